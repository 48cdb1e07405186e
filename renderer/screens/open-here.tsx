import { Button, Group, Text } from '@mantine/core';
import { IconDeviceDesktop, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenKind } from '../../shared/screens/screens.contract.ts';
import { useFaultText } from '../i18n/fault-text.ts';
import { client } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { Message } from '../ui/message.tsx';
import { Section } from '../ui/section.tsx';

/** Opens a kiosk or display in a second window of this computer. */
export function OpenHere() {
  const { t } = useTranslation('screens');
  const faultText = useFaultText();
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (kind: ScreenKind): Promise<void> => {
    setProblem(null);
    // At once, in the click itself: a window that opens later counts as a pop-up. Nothing of the desk is handed to it.
    const window = 'tandemHost' in globalThis ? null : globalThis.open('about:blank', '_blank', 'popup');
    try {
      const { url } = await client.screens.openHere({ kind });
      if (url === null) return window?.close();
      if (!window) return setProblem(t('here.blocked'));
      window.opener = null;
      window.location.replace(url);
    } catch (error) {
      window?.close();
      setProblem(faultText(faultOf(error)));
    }
  };
  return (
    <Section title={t('here.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('here.hint')}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconDeviceDesktop size={18} aria-hidden />}
          onClick={() => void open('display')}
        >
          {t('here.display')}
        </Button>
        <Button variant="default" leftSection={<IconTicket size={18} aria-hidden />} onClick={() => void open('kiosk')}>
          {t('here.kiosk')}
        </Button>
      </Group>
      {problem && <Message kind="error">{problem}</Message>}
    </Section>
  );
}
