import { Button, Group, PasswordInput, Select, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../i18n/fault-text.ts';
import { client, orpc } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { Message } from '../ui/message.tsx';
import { rememberDesk, rememberedDesk } from './remembered-desk.ts';
import { setSession } from './session-store.ts';
import { useCountdown } from './use-countdown.ts';

interface PassphraseFormProps {
  name: string;
  /** How many desks the office has; the choice is only there when it is more than one. */
  desks: number;
  pausedForSeconds: number;
}

/** Passphrase and desk. After a failure the pause runs down in sight and the field stays ready for the next try. */
export default function PassphraseForm({ name, desks, pausedForSeconds }: PassphraseFormProps) {
  const { t } = useTranslation('access');
  const faultText = useFaultText();
  const queryClient = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [desk, setDesk] = useState(() => Math.min(rememberedDesk(), desks));
  const [pause, setPause] = useState(() => (pausedForSeconds > 0 ? { seconds: pausedForSeconds } : null));
  const secondsLeft = useCountdown(pause);
  const field = useRef<HTMLInputElement>(null);

  const signIn = useMutation({
    mutationFn: () => client.access.signIn({ name, passphrase, desk }),
    onSuccess: (session) => {
      rememberDesk(desk);
      setSession(session);
    },
    onError: (error) => {
      const fault = faultOf(error);
      if (fault.retryAfterSeconds) setPause({ seconds: fault.retryAfterSeconds });
      // The database did not open: the office now says why, on a screen of its own.
      if (fault.code === 'UNAVAILABLE') void queryClient.invalidateQueries({ queryKey: orpc.office.status.key() });
      setPassphrase('');
      field.current?.focus();
    },
  });

  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && secondsLeft === 0 && !signIn.isPending) signIn.mutate();
  };
  const fault = signIn.error ? faultOf(signIn.error) : null;

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <PasswordInput
            ref={field}
            label={t('passphraseOf', { name })}
            size="md"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase'), tabIndex: 0 }}
            style={{ flex: '1 1 16rem' }}
          />
          {desks > 1 && (
            <Select
              label={t('desk')}
              size="md"
              w={140}
              allowDeselect={false}
              data={Array.from({ length: desks }, (_, index) => ({
                value: String(index + 1),
                label: t('deskNumber', { number: index + 1 }),
              }))}
              value={String(desk)}
              onChange={(value) => setDesk(Number(value ?? 1))}
            />
          )}
          <Button type="submit" size="md" loading={signIn.isPending} disabled={secondsLeft > 0}>
            {t('signIn')}
          </Button>
        </Group>
        {secondsLeft > 0 ? (
          <Message kind="urgent" announce>
            {fault && fault.reason !== 'paused' ? `${faultText({ ...fault, retryAfterSeconds: null })} ` : ''}
            {t('pause', { count: secondsLeft })}
          </Message>
        ) : (
          fault &&
          !signIn.isPending &&
          fault.reason !== 'paused' && (
            <Message kind="error" announce>
              {faultText(fault)}
            </Message>
          )
        )}
      </Stack>
    </form>
  );
}
