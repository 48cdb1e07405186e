import { IconCalendarTime, IconDoorEnter, IconMoonStars } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { useStaffOfOffice } from '../use-staff-of-office.ts';
import classes from './agenda.module.css';
import type { HoursOfDay } from './agenda-days.ts';

/** When somebody is there on a day, in which languages and who; or why nobody is. */
export function HoursLines({ day, namesStaff = true }: { day: DayOfWeek; namesStaff?: boolean }) {
  const { t } = useTranslation('appointments');
  const words = useHoursWords(namesStaff);
  return (
    <ul className={classes.hours}>
      {(day.holiday !== null || day.closed) && (
        <li className={classes.free}>
          <IconMoonStars size={14} aria-hidden />
          <span>{day.holiday ?? t('agenda.closed')}</span>
        </li>
      )}
      {day.hours.map((hours) => (
        <li key={hours.id} data-kind={hours.kind}>
          {hours.kind === 'open-door' ? (
            <IconDoorEnter size={14} aria-label={t('hoursKind.open-door')} />
          ) : (
            <IconCalendarTime size={14} aria-label={t('hoursKind.by-appointment')} />
          )}
          <Bdi>{words(hours)}</Bdi>
        </li>
      ))}
    </ul>
  );
}

function useHoursWords(namesStaff: boolean): (hours: HoursOfDay) => string {
  const { t } = useTranslation('appointments');
  const { language } = useCatalogue();
  const staff = useStaffOfOffice();
  return ({ from, to, languages, staffIds, place }) =>
    [
      t('fromTo', { from, to }),
      ...(place === 'office' ? [] : [t(`places.${place}`)]),
      ...(languages === null ? [] : [languages.map(language).join(', ')]),
      ...(namesStaff
        ? [
            staff
              .filter(({ id }) => staffIds.includes(id))
              .map(({ firstName }) => firstName)
              .join(', '),
          ]
        : []),
    ]
      .filter((part) => part !== '')
      .join(' · ');
}
