import { Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfficeSettings } from '../../../shared/office/office.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';

/** Whether the night may run though nobody has signed in since the PC was started. */
export function UnattendedSection({ unattended }: { unattended: OfficeSettings['unattended'] }) {
  const { t } = useTranslation('office');
  const mayChange = useRight('office.configure');
  const allow = useCommand(orpc.office.allowUnattended, {
    onDone: () => showNotice({ kind: 'done', text: t('settings.saved') }),
  });
  return (
    <Section title={t('settings.unattended')}>
      <Stack gap="xs">
        <Switch
          label={t('settings.unattendedLabel')}
          description={t('settings.unattendedText')}
          checked={unattended.allowed}
          disabled={!mayChange || allow.pending || (!unattended.possible && !unattended.allowed)}
          onChange={(event) => void allow.run({ allowed: event.currentTarget.checked })}
        />
        {!unattended.possible && (
          <Text size="sm" c="dimmed">
            {t('settings.unattendedImpossible')}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
