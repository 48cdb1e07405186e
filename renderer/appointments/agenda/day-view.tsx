import { useTranslation } from 'react-i18next';
import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import type { Instant, LocalDate } from '../../../shared/kernel/instants.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useStaffOfOffice } from '../use-staff-of-office.ts';
import classes from './agenda.module.css';
import { staffOfDay } from './agenda-days.ts';
import { HoursLines } from './hours-lines.tsx';
import { TimeGrid } from './time-grid.tsx';

interface DayViewProps {
  days: readonly DayOfWeek[];
  today: LocalDate;
  now: Instant;
  staffId: string | null;
}

/** One day with a column for everybody who is there. */
export function DayView({ days, today, now, staffId }: DayViewProps) {
  const { t } = useTranslation('appointments');
  const staff = useStaffOfOffice();
  const [day] = days;
  if (!day) return null;
  const there = staffOfDay(day).filter((id) => staffId === null || id === staffId || id === null);
  if (there.length === 0)
    return (
      <div className={classes.nothing}>
        <EmptyState
          title={day.holiday ?? (day.closed ? t('agenda.closed') : t('agenda.nobodyThere'))}
          hint={t('agenda.nobodyThereHint')}
        />
      </div>
    );
  const columns = there.map((id) => {
    const isOf = ({ staffIds }: { staffIds: readonly string[] }) =>
      id === null ? staffIds.length === 0 : staffIds.includes(id);
    const own = { ...day, hours: day.hours.filter(isOf), appointments: day.appointments.filter(isOf) };
    return {
      key: id ?? 'nobody',
      label:
        id === null ? t('agenda.noName') : (staff.find((one) => one.id === id)?.displayName ?? t('agenda.formerStaff')),
      head: <HoursLines day={own} namesStaff={false} />,
      hours: own.hours,
      appointments: own.appointments,
      closed: day.closed,
      now: day.day === today ? now : null,
    };
  });
  return <TimeGrid columns={columns} detailed />;
}
