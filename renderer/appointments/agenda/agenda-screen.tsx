import { Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mondayOf } from '../../../shared/appointments/wall-time.rules.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { useToday } from '../../letters/use-today.ts';
import { orpc } from '../../rpc/client.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { AppointmentPages } from '../appointment-pages.tsx';
import { openBooking } from '../appointment-sheets.ts';
import classes from './agenda.module.css';
import { AgendaBar } from './agenda-bar.tsx';
import { ofStaff } from './agenda-days.ts';
import { DayView } from './day-view.tsx';
import { WeekView } from './week-view.tsx';

export type AgendaView = 'week' | 'day';
const DAYS_OF_VIEW = { week: 7, day: 1 } as const satisfies Record<AgendaView, number>;

/** When the office is there and who comes when, a week or a day at a time. */
export default function AgendaScreen() {
  const { t } = useTranslation('appointments');
  const today = useToday();
  const [view, setView] = useState<AgendaView>('week');
  const [chosenDay, setChosenDay] = useState<LocalDate | null>(null);
  const [staffId, setStaffId] = useState<string | null>(null);
  const [withCalledOff, setWithCalledOff] = useState(false);
  const day = chosenDay ?? today;
  const from = view === 'week' ? mondayOf(day) : day;
  const days = useQuery({
    ...orpc.appointments.days.queryOptions({ input: { from, days: DAYS_OF_VIEW[view] } }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const move = (by: -1 | 1) => setChosenDay(addDays(day, by * DAYS_OF_VIEW[view]));
  useKeys([
    { keys: 'PageUp', label: t(`agenda.${view}.previous`), run: () => move(-1) },
    { keys: 'PageDown', label: t(`agenda.${view}.next`), run: () => move(1) },
    { keys: 'Home', label: t('agenda.today'), run: () => setChosenDay(null), inFields: false },
    { keys: 'w', label: t('agenda.week.title'), run: () => setView('week') },
    { keys: 't', label: t('agenda.day.title'), run: () => setView('day') },
    {
      keys: 'F8',
      label: t('book'),
      run: () => openBooking(day > today ? { from: day } : {}),
    },
  ]);
  const shown = days.data ? ofStaff(days.data.days, { staffId, withCalledOff }) : null;
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title}>
        {t('agenda.title')}
      </Title>
      <AppointmentPages />
      <AgendaBar
        view={view}
        from={from}
        isNow={chosenDay === null}
        staffId={staffId}
        withCalledOff={withCalledOff}
        onView={setView}
        onMove={move}
        onToday={() => setChosenDay(null)}
        onStaff={setStaffId}
        onCalledOff={setWithCalledOff}
        onBook={() => openBooking(day > today ? { from: day } : {})}
      />
      {shown && days.data ? (
        view === 'week' && shown.length > 1 ? (
          <WeekView
            days={shown}
            today={days.data.today}
            now={days.data.now}
            onDay={(chosen) => {
              setChosenDay(chosen);
              setView('day');
            }}
          />
        ) : (
          <DayView days={shown} today={days.data.today} now={days.data.now} staffId={staffId} />
        )
      ) : days.error ? (
        <ErrorState error={days.error} onRetry={() => void days.refetch()} />
      ) : (
        <SkeletonLines lines={8} height={48} />
      )}
      <Text role="status" className={classes.title}>
        {shown ? t('agenda.count', { count: shown.reduce((sum, one) => sum + one.appointments.length, 0) }) : ''}
      </Text>
    </div>
  );
}
