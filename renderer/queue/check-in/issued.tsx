import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { LanguageName } from '../../ui/language-name.tsx';
import { Message } from '../../ui/message.tsx';
import { usePrintSlip } from '../use-print-slip.ts';
import { usePromiseText } from '../use-promise-text.ts';
import { useQueueDay } from '../use-queue-day.ts';
import classes from './issued.module.css';

interface IssuedProps {
  ticketId: string;
  label: string;
  spoken: string;
  onClose: () => void;
  onAgain: () => void;
  onCorrect: () => void;
}

/** The number that was just given out, large enough to be turned to the other side of the counter. */
export function Issued({ ticketId, label, spoken, onClose, onAgain, onCorrect }: IssuedProps) {
  const { t } = useTranslation('queue');
  const { print, pending } = usePrintSlip();
  const day = useQueueDay();
  const promise = day.data?.tickets.find(({ id }) => id === ticketId)?.promise ?? null;
  const promiseText = usePromiseText();
  const [printed, setPrinted] = useState(false);
  const number = useRef<HTMLParagraphElement>(null);
  useEffect(() => number.current?.focus(), []);
  const printSlip = async () => {
    if (await print(ticketId, label)) setPrinted(true);
  };
  return (
    <Stack gap="md">
      <p ref={number} tabIndex={-1} className={classes.number}>
        {label}
      </p>
      <Text ta="center">
        <LanguageName id={spoken} />
      </Text>
      {promise && (
        <Text ta="center" fz="lg" role="status">
          {promiseText(promise)}
        </Text>
      )}
      {printed && (
        <Message kind="done" announce>
          {t('checkIn.printed')}
        </Message>
      )}
      <Group justify="center" gap="sm">
        <KeyButton
          keys="Enter"
          size="md"
          leftSection={<IconPrinter size={20} aria-hidden />}
          loading={pending}
          onClick={() => void printSlip()}
        >
          {t('checkIn.printSlip')}
        </KeyButton>
        <KeyButton keys="F2" size="md" variant="default" onClick={onAgain}>
          {t('checkIn.nextPerson')}
        </KeyButton>
      </Group>
      <Group justify="space-between">
        <Button variant="subtle" color="gray" leftSection={<IconPencil size={18} aria-hidden />} onClick={onCorrect}>
          {t('checkIn.correct')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('checkIn.backToDesk')}
        </Button>
      </Group>
    </Stack>
  );
}
