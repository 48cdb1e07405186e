import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenSettings } from '../../shared/screens/screens.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import classes from './screens.module.css';

/** Types the code that a device shows. */
export function PairDevice({ settings }: { settings: ScreenSettings }) {
  const { t } = useTranslation('screens');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = useCommand(orpc.screens.confirmPairing, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('pair.done', { name }) });
      setCode('');
      setName('');
    },
    onFault: (_fault, text) => {
      setProblem(text);
      return 'shown';
    },
  });
  const digits = code.replaceAll(/\D/g, '');
  const isReady = digits.length === 6 && name.trim() !== '';
  return (
    <Section title={t('pair.title')}>
      {settings.addresses.length === 0 ? (
        <Message kind="info">{t('pair.off')}</Message>
      ) : (
        <Stack gap="sm">
          <Text size="sm">{t('pair.explain')}</Text>
          <ul className={classes.addresses}>
            {settings.addresses.slice(0, 2).flatMap((address) =>
              (['kiosk', 'display'] as const).map((kind) => (
                <li key={`${address}${kind}`}>
                  {t(kind === 'kiosk' ? 'pair.kioskAt' : 'pair.displayAt')}:{' '}
                  <span className={classes.address}>{`${address}${kind}`}</span>
                </li>
              )),
            )}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setProblem(null);
              if (isReady) void confirm.run({ code: digits, name: name.trim() });
            }}
          >
            <Stack gap="sm">
              <TextInput
                label={t('pair.code')}
                description={t('pair.codeHelp')}
                inputMode="numeric"
                autoComplete="off"
                maxLength={9}
                value={code}
                error={problem}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <TextInput
                label={t('pair.name')}
                description={t('pair.nameHelp')}
                autoComplete="off"
                maxLength={60}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <div>
                <Button
                  type="submit"
                  disabled={!isReady}
                  loading={confirm.pending}
                  leftSection={<IconLink size={18} aria-hidden />}
                >
                  {t('pair.submit')}
                </Button>
              </div>
            </Stack>
          </form>
        </Stack>
      )}
    </Section>
  );
}
