import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Message } from '../../ui/message.tsx';

/** The office exists. What is still to do is said here, where somebody reads it. */
export function DoneStep({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useTranslation('office');
  return (
    <Stack gap="md" maw="40rem">
      <Message kind="done" announce>
        {t('setUp.done.text')}
      </Message>
      <Text>{t('setUp.done.next')}</Text>
      <ul style={{ margin: 0 }}>
        <li>{t('setUp.done.signingKey')}</li>
        <li>{t('setUp.done.preview')}</li>
        <li>{t('setUp.done.sheets')}</li>
      </ul>
      <Group>
        <Button onClick={onSignIn}>{t('setUp.done.signIn')}</Button>
      </Group>
    </Stack>
  );
}
