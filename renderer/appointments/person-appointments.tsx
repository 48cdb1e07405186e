import { Text, UnstyledButton } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { openAppointment, openBooking } from './appointment-sheets.ts';
import classes from './person-appointments.module.css';
import { PlaceMark } from './place-mark.tsx';
import { useAppointmentWords } from './use-appointment-words.ts';
import { WhyMissed } from './why-missed.tsx';

interface PersonAppointmentsProps {
  person: { id: string; name: string; spoken: string | null };
}

/** A person's appointments, the next ones first, and the way to another. */
export function PersonAppointments({ person }: PersonAppointmentsProps) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const { matter } = useAppointmentWords();
  const mayWork = useRight('appointments.work');
  const theirs = useQuery({
    ...orpc.appointments.ofPerson.queryOptions({ input: { personId: person.id } }),
    enabled: mayWork,
  });
  if (!mayWork) return null;
  return (
    <Section
      title={t('agenda.title')}
      aside={
        <KeyButton
          keys="F8"
          size="xs"
          variant="default"
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          onClick={() => openBooking({ language: person.spoken, person: { id: person.id, name: person.name } })}
        >
          {t('book')}
        </KeyButton>
      }
    >
      <WhyMissed personId={person.id} />
      {theirs.error ? (
        <ErrorState error={theirs.error} onRetry={() => void theirs.refetch()} />
      ) : !theirs.data ? (
        <SkeletonLines lines={2} height={32} />
      ) : theirs.data.appointments.length === 0 ? (
        <Text c="dimmed">{t('person.none')}</Text>
      ) : (
        <ul className={classes.list}>
          {theirs.data.appointments.map((appointment) => (
            <li key={appointment.id}>
              <UnstyledButton
                className={classes.line}
                data-over={appointment.status !== 'booked' || undefined}
                onClick={() => openAppointment(appointment.id)}
              >
                <span className={classes.when}>
                  {t('when', { day: formats.shortDate(appointment.day), from: appointment.from })}
                </span>
                <PlaceMark place={appointment.place} outpostName={appointment.outpostName} />
                <span>{matter(appointment)}</span>
                <span className={classes.status}>
                  {t(`status.${appointment.status}`)}
                  {appointment.noShowReason && ` · ${t(`reasons.${appointment.noShowReason}`)}`}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
