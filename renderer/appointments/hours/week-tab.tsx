import { ActionIcon, Box, Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import { mondayOf } from '../../../shared/appointments/wall-time.rules.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { useRight } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { ExceptionSheet } from './exception-sheet.tsx';
import classes from './hours.module.css';
import { HoursCard } from './hours-card.tsx';
import { HoursSheet } from './hours-sheet.tsx';
import { AddSeriesSheet, ChangeSeriesSheet, EndSeriesSheet } from './series-sheets.tsx';
import type { HoursSheetAsked } from './sheet-asked.ts';
import { bookedIn, type PlanDay, planOfDays } from './week-plan.ts';

const WORKDAYS = 5;

/** One week of consulting hours as it takes place, each with what can be done about it. */
export function WeekTab({ plan }: { plan: HoursPlan }) {
  const { t } = useTranslation('appointments');
  const { date } = useFormats();
  const mayWrite = useRight('consulting-hours.write');
  const [monday, setMonday] = useState(() => mondayOf(plan.today));
  const [asked, setAsked] = useState<HoursSheetAsked | null>(null);
  const week = useQuery(
    orpc.appointments.days.queryOptions({ input: { from: monday, days: 7 }, placeholderData: keepPreviousData }),
  );
  const days = week.data ? planOfDays(plan, week.data.days) : [];
  const shown = days.filter((day, index) => index < WORKDAYS || day.entries.length > 0);
  const isEmpty = plan.series.length === 0 && days.every(({ entries }) => entries.length === 0);
  return (
    <>
      <Group justify="space-between" mb="sm" gap="sm">
        <Group gap="xs" role="group" aria-label={t('hours.week.label')}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('hours.week.before')}
            onClick={() => setMonday(addDays(monday, -7))}
          >
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('hours.week.after')}
            onClick={() => setMonday(addDays(monday, 7))}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
          <Text fw={600} role="status">
            {t('hours.week.fromTo', { from: date(monday), to: date(addDays(monday, 6)) })}
          </Text>
          {monday !== mondayOf(plan.today) && (
            <Button variant="subtle" onClick={() => setMonday(mondayOf(plan.today))}>
              {t('hours.week.this')}
            </Button>
          )}
        </Group>
        {mayWrite && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconCalendarPlus size={18} aria-hidden />}
              onClick={() => setAsked({ sheet: 'extra', day: monday })}
            >
              {t('hours.extra')}
            </Button>
            <KeyButton
              keys="n"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setAsked({ sheet: 'add', day: monday })}
            >
              {t('hours.add')}
            </KeyButton>
          </Group>
        )}
      </Group>
      {week.error ? (
        <ErrorState error={week.error} onRetry={() => void week.refetch()} />
      ) : !week.data ? (
        <SkeletonLines lines={5} height={72} />
      ) : isEmpty ? (
        <EmptyState title={t('hours.empty')} hint={t(mayWrite ? 'hours.emptyHint' : 'hours.emptyHintReader')} />
      ) : (
        <Box className={classes.week} __vars={{ '--days': String(shown.length) }}>
          {shown.map((day) => (
            <DayColumn
              key={day.day}
              day={day}
              isToday={day.day === plan.today}
              onOpen={(entryId) => setAsked({ sheet: 'look', entryId, day: day.day })}
            />
          ))}
        </Box>
      )}
      {asked && (
        <AskedSheet
          plan={plan}
          days={days}
          appointments={week.data?.days ?? []}
          asked={asked}
          onOpen={setAsked}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface DayColumnProps {
  day: PlanDay;
  isToday: boolean;
  onOpen: (entryId: string) => void;
}

function DayColumn({ day, isToday, onOpen }: DayColumnProps) {
  const { t } = useTranslation('appointments');
  const { shortDate, longDate } = useFormats();
  return (
    <section className={classes.day} aria-label={longDate(day.day)} data-today={isToday || undefined}>
      <Text component="h2" fz="sm" fw={650} m={0}>
        <span aria-hidden>{shortDate(day.day)}</span>
        <VisuallyHidden>{longDate(day.day)}</VisuallyHidden>
        {isToday && <span className={classes.today}>{t('hours.today')}</span>}
      </Text>
      {day.holiday !== null && <p className={classes.closed}>{t('hours.holiday', { name: day.holiday })}</p>}
      {day.closure !== null && (
        <p className={classes.closed}>
          {day.closure === '' ? t('hours.closed') : t('hours.closedBecause', { reason: day.closure })}
        </p>
      )}
      {day.entries.map((entry) => (
        <HoursCard key={entry.id} entry={entry} onOpen={() => onOpen(entry.id)} />
      ))}
      {day.entries.length === 0 && day.holiday === null && day.closure === null && (
        <p className={classes.nothing}>{t('hours.none')}</p>
      )}
    </section>
  );
}

interface AskedSheetProps {
  plan: HoursPlan;
  days: readonly PlanDay[];
  appointments: readonly DayOfWeek[];
  asked: HoursSheetAsked;
  onOpen: (asked: HoursSheetAsked) => void;
  onClose: () => void;
}

function AskedSheet({ plan, days, appointments, asked, onOpen, onClose }: AskedSheetProps) {
  const { day } = asked;
  switch (asked.sheet) {
    case 'add':
      return <AddSeriesSheet plan={plan} day={day} onClose={onClose} />;
    case 'extra':
      return <ExceptionSheet plan={plan} entry={null} day={day} onClose={onClose} />;
    case 'otherwise':
      return <ExceptionSheet plan={plan} entry={asked.entry} day={day} onClose={onClose} />;
    case 'change':
      return <ChangeSeriesSheet plan={plan} series={asked.series} day={day} onClose={onClose} />;
    case 'end':
      return <EndSeriesSheet plan={plan} series={asked.series} day={day} onClose={onClose} />;
    case 'look': {
      const entry = entryOf(days, day, asked.entryId);
      const ofDay = appointments.find((one) => one.day === day)?.appointments ?? [];
      if (!entry) return null;
      const booked = bookedIn(entry.hours, ofDay);
      return <HoursSheet plan={plan} entry={entry} day={day} booked={booked} onOpen={onOpen} onClose={onClose} />;
    }
  }
}

function entryOf(days: readonly PlanDay[], day: LocalDate, id: string) {
  return days.find((one) => one.day === day)?.entries.find((entry) => entry.id === id);
}
