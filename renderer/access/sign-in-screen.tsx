import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeStatus } from '../../shared/office/office.contract.ts';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Message } from '../ui/message.tsx';
import { SchemeSwitch } from '../ui/scheme-switch.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { useReadAhead } from '../ui/use-read-ahead.ts';
import { NameChips } from './name-chips.tsx';
import classes from './sign-in-screen.module.css';

// What the names do without comes a moment after them.
const loadPassphraseForm = () => import('./passphrase-form.tsx');
const PassphraseForm = lazy(loadPassphraseForm);
const ResetPassphraseSheet = lazy(() => import('../staff/reset-passphrase.tsx'));

/** Before anybody is signed in, and after each lock: name, passphrase, done. */
export function SignInScreen({ status, notice }: { status: OfficeStatus; notice: string | null }) {
  const { t } = useTranslation('access');
  const onlyName = status.signInNames.length === 1 ? (status.signInNames[0] ?? null) : null;
  const [name, setName] = useState<string | null>(onlyName);
  const [resetting, setResetting] = useState(false);
  useKeys([
    name !== null &&
      onlyName === null && { keys: 'Escape', run: () => setName(null), inFields: true, label: t('otherName') },
  ]);

  useReadAhead(name === null, loadPassphraseForm);
  // With nothing chosen the digits must work at once, whatever had the focus before the lock.
  useEffect(() => {
    if (name === null && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [name]);

  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <Group justify="space-between" align="flex-start" mb="md">
          <div>
            <Title order={1}>{status.officeName ?? t('tandem')}</Title>
            <Text c="dimmed">{t('signInTitle')}</Text>
          </div>
          <Group gap="xs">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        <Stack gap="md">
          {notice && (
            <Message kind="info" announce>
              {notice}
            </Message>
          )}
          {status.training && status.trainingPassphrase && (
            <Message kind="info">{t('trainingHint', { passphrase: status.trainingPassphrase })}</Message>
          )}
          <Text component="h2" fw={600} m={0}>
            {t('whoAreYou')}
          </Text>
          <NameChips names={status.signInNames} chosen={name} onChoose={setName} />
          {name === null ? (
            <Text size="sm" c="dimmed">
              {t('chooseByDigit')}
            </Text>
          ) : (
            <Suspense fallback={<SkeletonLines lines={1} height={66} />}>
              <PassphraseForm key={name} name={name} desks={status.desks} pausedForSeconds={status.pausedForSeconds} />
            </Suspense>
          )}
        </Stack>
      </div>
      <Button variant="subtle" color="gray" size="xs" mt="sm" onClick={() => setResetting(true)}>
        {t('forgotten')}
      </Button>
      {resetting && (
        <Suspense fallback={null}>
          <ResetPassphraseSheet signInNames={status.signInNames} onClose={() => setResetting(false)} />
        </Suspense>
      )}
      <Text size="sm" c="dimmed" component="p" className={classes.foot}>
        {t('version', { version: status.programVersion })}
      </Text>
    </main>
  );
}
