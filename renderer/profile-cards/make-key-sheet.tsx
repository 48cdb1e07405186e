import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';

/** The network's first key, or a new one: said what it means for the other offices before it is done. */
export function MakeKeySheet({ first, onClose }: { first: boolean; onClose: () => void }) {
  const { t } = useTranslation('profile-cards');
  const { t: common } = useTranslation();
  const [sure, setSure] = useState(false);
  const make = useCommand(orpc.profileCards.makeKey, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('key.made') });
      onClose();
    },
  });
  return (
    <Sheet title={first ? t('key.make') : t('key.renew')} onClose={onClose}>
      <Stack gap="md">
        <Text>{first ? t('key.makeText') : t('key.renewText')}</Text>
        <Checkbox
          data-autofocus
          label={first ? t('key.makeSure') : t('key.renewSure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button disabled={!sure} loading={make.pending} onClick={() => void make.run({})}>
            {first ? t('key.make') : t('key.renew')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
