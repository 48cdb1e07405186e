import { Button, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../i18n/fault-text.ts';
import { faultOf } from '../rpc/fault.ts';
import { Message } from './message.tsx';

/** A part of a screen that could not be fetched: what happened, and the way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  return (
    <Stack gap="xs" align="flex-start">
      <Message kind="error" announce>
        {faultText(faultOf(error))}
      </Message>
      <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={onRetry}>
        {t('tryAgain')}
      </Button>
    </Stack>
  );
}
