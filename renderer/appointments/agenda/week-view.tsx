import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import type { Instant, LocalDate } from '../../../shared/kernel/instants.ts';
import { useFormats } from '../../i18n/formats.ts';
import classes from './agenda.module.css';
import { shownDays } from './agenda-days.ts';
import { HoursLines } from './hours-lines.tsx';
import { TimeGrid } from './time-grid.tsx';

interface WeekViewProps {
  days: readonly DayOfWeek[];
  today: LocalDate;
  now: Instant;
  onDay: (day: LocalDate) => void;
}

/** Five days beside each other, with a weekend day that has something on it. */
export function WeekView({ days, today, now, onDay }: WeekViewProps) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const columns = shownDays(days).map((day) => ({
    key: day.day,
    label: formats.longDate(day.day),
    hours: day.hours,
    appointments: day.appointments,
    closed: day.closed,
    now: day.day === today ? now : null,
    head: (
      <>
        <UnstyledButton className={classes.dayButton} onClick={() => onDay(day.day)}>
          {formats.shortDate(day.day)}
          {day.day === today && <span className={classes.todayMark}>{t('agenda.today')}</span>}
          <VisuallyHidden>{t('agenda.openDay')}</VisuallyHidden>
        </UnstyledButton>
        <HoursLines day={day} />
      </>
    ),
  }));
  return <TimeGrid columns={columns} detailed={false} />;
}
