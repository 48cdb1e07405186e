import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentKind } from '../../../shared/appointments/appointment.rules.ts';
import { useFormats } from '../../i18n/formats.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { Message } from '../../ui/message.tsx';
import { openAppointment } from '../appointment-sheets.ts';
import { CardLanguage } from '../card-language.tsx';
import { CardPreview } from '../card-preview.tsx';
import { PlaceMark } from '../place-mark.tsx';
import { usePrintCard } from '../use-print-card.ts';
import classes from './booking.module.css';
import type { ChosenTime } from './booking-draft.ts';
import { useOutposts } from './use-outposts.ts';

export interface BookedAppointment extends ChosenTime {
  appointmentId: string;
  number: number;
  kind: AppointmentKind;
  language: string | null;
}

/** It is booked: the time to say aloud, and the card that is handed over. */
export function Booked({ booked, onClose }: { booked: BookedAppointment; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const outposts = useOutposts();
  const { print, pending } = usePrintCard();
  const [language, setLanguage] = useState<string | null>(null);
  const [printed, setPrinted] = useState(false);
  const time = useRef<HTMLParagraphElement>(null);
  useEffect(() => time.current?.focus(), []);
  const { appointmentId, day, from, place, outpostId, kind } = booked;
  const printCard = async () => {
    if (await print(appointmentId, language)) setPrinted(true);
  };
  return (
    <div className={classes.booked}>
      <Stack gap="md">
        <div>
          <p ref={time} tabIndex={-1} className={classes.bigTime}>
            {t('when', { day: formats.longDate(day), from })}
          </p>
          <PlaceMark place={place} outpostName={outposts.find(({ id }) => id === outpostId)?.name ?? null} />
          {kind !== 'blocked' && <Text c="dimmed">{t('booked.number', { number: booked.number })}</Text>}
        </div>
        {kind !== 'blocked' && (
          <CardLanguage appointmentLanguage={booked.language} value={language} onChange={setLanguage} />
        )}
        {printed && (
          <Message kind="done" announce>
            {t('card.printed')}
          </Message>
        )}
        <Group gap="sm">
          {kind !== 'blocked' && (
            <KeyButton
              keys="Enter"
              size="md"
              leftSection={<IconPrinter size={20} aria-hidden />}
              loading={pending}
              onClick={() => void printCard()}
            >
              {t('card.print')}
            </KeyButton>
          )}
          <Button size="md" variant="default" onClick={onClose}>
            {t('booked.done')}
          </Button>
        </Group>
        <Group>
          <Button variant="subtle" color="gray" onClick={() => openAppointment(appointmentId)}>
            {t('booked.open')}
          </Button>
        </Group>
      </Stack>
      {kind !== 'blocked' && <CardPreview appointmentId={appointmentId} language={language} />}
    </div>
  );
}
