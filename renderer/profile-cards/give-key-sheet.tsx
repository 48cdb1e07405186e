import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Sheet } from '../ui/sheet.tsx';
import { ComparedText } from './compared-text.tsx';
import { ShownText } from './shown-text.tsx';

/** Seals the key for an office that has asked for it. */
export function GiveKeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('profile-cards');
  const { t: common } = useTranslation();
  const [request, setRequest] = useState({ text: '', compared: false });
  const [sealed, setSealed] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const grant = useCommand(orpc.profileCards.grantKey, {
    onDone: ({ text }) => setSealed(text),
    onFault: (fault, text) => {
      if (fault.code !== 'RULE') return 'tell';
      setError(text);
      return 'shown';
    },
  });
  return (
    <Sheet title={t('key.give')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      {sealed === null ? (
        <Stack gap="md">
          <Text>{t('key.giveText')}</Text>
          <ComparedText
            label={t('key.request')}
            description={t('key.requestHelp')}
            value={request.text}
            error={error}
            compared={request.compared}
            onChange={(text, compared) => {
              setError(null);
              setRequest({ text, compared });
            }}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button
              disabled={!request.compared}
              loading={grant.pending}
              onClick={() => void grant.run({ request: request.text })}
            >
              {t('key.seal')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="md">
          <ShownText label={t('key.sealed')} hint={t('key.sealedHint')} text={sealed} fileName="tandem-card-key.txt" />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('key.close')}</Button>
          </Group>
        </Stack>
      )}
    </Sheet>
  );
}
