import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PIN_DIGITS } from '../../shared/profile-cards/pin.rules.ts';
import { useFaultText } from '../i18n/fault-text.ts';
import { useFormats } from '../i18n/formats.ts';
import { client } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { Message } from '../ui/message.tsx';
import { PinField } from './pin-fields.tsx';
import classes from './profile-cards.module.css';
import type { OpenedCard } from './read-card-screen.tsx';

/** Scan first: what is no card, or can't be opened, is said before the client is asked for the PIN. */
export function OpenCardForm({ onOpened }: { onOpened: (card: OpenedCard) => void }) {
  const { t } = useTranslation('profile-cards');
  const { date } = useFormats();
  const faultText = useFaultText();
  const [scanned, setScanned] = useState('');
  const [pin, setPin] = useState('');
  const look = useMutation({ mutationFn: (text: string) => client.profileCards.look({ scanned: text }) });
  const open = useMutation({
    mutationFn: (typed: string) => client.profileCards.open({ scanned, pin: typed }),
    onSuccess: onOpened,
    onError: () => setPin(''),
  });
  const submitScan = (event: FormEvent) => {
    event.preventDefault();
    if (scanned.trim() === '') return;
    open.reset();
    look.mutate(scanned, { onError: () => setScanned('') });
  };
  const submitPin = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length === PIN_DIGITS && !open.isPending) open.mutate(pin);
  };
  const fault = open.error ?? look.error;
  return (
    <Stack gap="md" className={classes.narrow}>
      {look.data ? (
        <form onSubmit={submitPin} noValidate>
          <Stack gap="md">
            <Text>
              {t('read.found', {
                number: look.data.number,
                issued: date(look.data.issuedOn),
                until: date(look.data.validUntil),
              })}
            </Text>
            <PinField label={t('read.pin')} value={pin} error={null} takesFocus onChange={setPin} />
            <Group gap="sm">
              <Button type="submit" loading={open.isPending} disabled={pin.length !== PIN_DIGITS}>
                {t('read.open')}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  look.reset();
                  open.reset();
                  setScanned('');
                  setPin('');
                }}
              >
                {t('read.other')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <form onSubmit={submitScan} noValidate>
          <TextInput
            autoFocus
            size="md"
            label={t('read.scan')}
            description={t('read.scanHelp')}
            autoComplete="off"
            spellCheck={false}
            value={scanned}
            onChange={(event) => setScanned(event.currentTarget.value)}
          />
        </form>
      )}
      {fault && (
        <Message kind="error" announce>
          {faultText(faultOf(fault))}
        </Message>
      )}
      <Text size="sm" c="dimmed">
        {t('read.nothingStored')}
      </Text>
    </Stack>
  );
}
