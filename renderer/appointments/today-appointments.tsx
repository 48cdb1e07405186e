import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconCalendarPlus, IconDoorEnter, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../shared/appointments/appointment-view.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { openAppointment, openBooking } from './appointment-sheets.ts';
import { expectedToday } from './expected-today.ts';
import { PlaceMark } from './place-mark.tsx';
import classes from './today-appointments.module.css';
import { useAppointmentActions } from './use-appointment-actions.ts';
import { useAppointmentWords } from './use-appointment-words.ts';

/** Fifteen minutes after its time an appointment may be released; the screen learns of it within one. */
const ASK_AGAIN_MS = 60_000;
/** Ctrl 1 to Ctrl 9: Alt and a digit chooses who reads a note. */
const KEYS = 9;

/** Who is expected today, each "is here" with one key or click: then they stand in the line, due at their time. */
export function TodayAppointments({ today, dayIsOpen }: { today: LocalDate; dayIsOpen: boolean }) {
  const { t } = useTranslation('appointments');
  const mayWork = useRight('appointments.work');
  const asked = useQuery({
    ...orpc.appointments.days.queryOptions({ input: { from: today, days: 1 } }),
    enabled: mayWork,
    refetchInterval: ASK_AGAIN_MS,
  });
  if (!mayWork) return null;
  const expected = expectedToday(asked.data?.days[0]?.appointments ?? []);
  return (
    <Section
      title={t('today.title')}
      className={classes.section ?? ''}
      aside={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          onClick={() => openBooking({})}
        >
          {t('today.book')}
        </Button>
      }
    >
      {asked.error ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <SkeletonLines lines={3} height={36} />
      ) : expected.length === 0 ? (
        <EmptyState title={t('today.nobody')} hint={t('today.nobodyHint')} />
      ) : (
        <ul className={classes.list}>
          {expected.map((appointment, index) => (
            <li key={appointment.id} className={classes.line}>
              <TodayLine
                appointment={appointment}
                keys={index < KEYS ? `mod+${index + 1}` : null}
                dayIsOpen={dayIsOpen}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface TodayLineProps {
  appointment: AppointmentView;
  keys: string | null;
  dayIsOpen: boolean;
}

function TodayLine({ appointment, keys, dayIsOpen }: TodayLineProps) {
  const { t } = useTranslation('appointments');
  const { who, matter } = useAppointmentWords();
  const { arrive, settle, pending } = useAppointmentActions(appointment);
  const { from, place, outpostName, mayRelease } = appointment;
  const comesHere = place === 'office' || place === 'outpost';
  const here = t('today.isHere');
  const hereIcon = <IconDoorEnter size={16} aria-hidden />;
  return (
    <>
      <UnstyledButton className={classes.about} onClick={() => openAppointment(appointment.id)}>
        <span className={classes.time}>{from}</span> <Bdi fw={600}>{who(appointment)}</Bdi>
        <Text component="span" size="sm" c="dimmed" className={classes.more ?? ''}>
          <PlaceMark place={place} outpostName={outpostName} />
          <span>{matter(appointment)}</span>
        </Text>
      </UnstyledButton>
      {dayIsOpen && (comesHere || mayRelease) && (
        <div className={classes.verbs}>
          {comesHere &&
            (keys === null ? (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={hereIcon}
                disabled={pending}
                onClick={() => void arrive()}
              >
                {here}
              </Button>
            ) : (
              <KeyButton
                keys={keys}
                keyLabel={t('today.isHereOf', { from, who: who(appointment) })}
                size="compact-sm"
                variant="default"
                leftSection={hereIcon}
                disabled={pending}
                onClick={() => void arrive()}
              >
                {here}
              </KeyButton>
            ))}
          {mayRelease && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconUserOff size={16} aria-hidden />}
              disabled={pending}
              onClick={() => void settle('no-show')}
            >
              {t('today.nobodyCame')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
