import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { ComparedText } from './compared-text.tsx';
import { ShownText } from './shown-text.tsx';

/** Asks another office for the key, and takes what it has sealed. */
export function TakeKeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('profile-cards');
  const { t: common } = useTranslation();
  const [request, setRequest] = useState<string | null>(null);
  const [sealed, setSealed] = useState({ text: '', compared: false });
  const [error, setError] = useState<string | null>(null);
  const { run: ask } = useCommand(orpc.profileCards.joinRequest, { onDone: ({ text }) => setRequest(text) });
  useEffect(() => void ask({}), [ask]);
  const accept = useCommand(orpc.profileCards.acceptKey, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('key.tookIt') });
      onClose();
    },
    onFault: (fault, text) => {
      if (fault.code !== 'RULE') return 'tell';
      setError(text);
      return 'shown';
    },
  });
  return (
    <Sheet title={t('key.takeIt')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <Stack gap="lg">
        {request !== null && (
          <ShownText
            label={t('key.ownRequest')}
            hint={t('key.ownRequestHint')}
            text={request}
            fileName="tandem-card-request.txt"
          />
        )}
        <ComparedText
          label={t('key.sealed')}
          description={t('key.sealedHelp')}
          value={sealed.text}
          error={error}
          compared={sealed.compared}
          onChange={(text, compared) => {
            setError(null);
            setSealed({ text, compared });
          }}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            disabled={!sealed.compared}
            loading={accept.pending}
            onClick={() => void accept.run({ sealed: sealed.text })}
          >
            {t('key.accept')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
