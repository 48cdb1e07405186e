import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { ariaKeys, keyName } from '../../../ui/keyboard/key-names.ts';
import { dismissNotice, useNoticeState } from '../../../ui/notices/notice-store.ts';
import classes from './bottom-bar.module.css';

const ICONS = { done: IconCircleCheck, notice: IconInfoCircle, error: IconExclamationCircle } as const;

/** What was just done, with the way back; the place is always there, so that nothing jumps when something is told. */
export function BottomBar({ onUndo, onKeys }: { onUndo: () => void; onKeys: () => void }) {
  const { t } = useTranslation();
  const { notice, undoCount } = useNoticeState();
  const Icon = notice ? ICONS[notice.kind] : null;
  return (
    <footer className={classes.bar} data-kind={notice?.kind}>
      <Group gap="xs" wrap="nowrap" className={classes.told}>
        {Icon && <Icon size={20} aria-hidden />}
        {/* Both stay in the page, so that a screen reader hears what is put into them. */}
        <Text size="sm" role="status">
          {notice && notice.kind !== 'error' ? notice.text : ''}
        </Text>
        <Text size="sm" role="alert">
          {notice?.kind === 'error' ? notice.text : ''}
        </Text>
        {notice?.action && (
          <Button variant="default" size="xs" onClick={notice.action.run}>
            {notice.action.label}
          </Button>
        )}
        {notice && <CloseButton size="sm" aria-label={t('dismiss')} onClick={dismissNotice} />}
      </Group>
      <Group gap="xs" wrap="nowrap">
        {undoCount > 0 && (
          <Button
            variant={notice?.undoable ? 'default' : 'subtle'}
            color="gray"
            size="xs"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            rightSection={<KeyHint keys={keyName(t, 'mod+z')} />}
            aria-keyshortcuts={ariaKeys('mod+z')}
            onClick={onUndo}
          >
            {t('undo')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          rightSection={<KeyHint keys="F1" />}
          aria-keyshortcuts="F1"
          onClick={onKeys}
        >
          {t('cheatSheet.short')}
        </Button>
      </Group>
    </footer>
  );
}
