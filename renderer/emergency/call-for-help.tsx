import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconUrgent, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { keyName } from '../ui/keyboard/key-names.ts';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';

const ALOUD = 'mod+F10';
const SILENTLY = 'mod+F9';

/** Calls the other desks, aloud or silently. The keys work over every sheet. */
export function CallForHelp() {
  const { t } = useTranslation('emergency');
  const { t: common } = useTranslation();
  const may = useRight('queue.work');
  const call = useCommand(orpc.emergency.call, {
    // The silent one tells nothing here but the small sign: this screen may be in sight.
    onDone: () => {},
  });
  const aloud = () => {
    void call.run({ silent: false });
    showNotice({ kind: 'notice', text: t('called') });
  };
  const silently = () => void call.run({ silent: true });
  useKeys([
    may && { keys: ALOUD, label: t('aloud'), run: aloud, everywhere: true },
    may && { keys: SILENTLY, label: t('silently'), run: silently, everywhere: true },
  ]);
  if (!may) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('title')} title={t('title')}>
          <IconUrgent size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconVolume size={18} aria-hidden />}
          rightSection={<Text size="sm">{keyName(common, ALOUD)}</Text>}
          onClick={aloud}
        >
          {t('aloud')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconVolumeOff size={18} aria-hidden />}
          rightSection={<Text size="sm">{keyName(common, SILENTLY)}</Text>}
          onClick={silently}
        >
          {t('silently')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
