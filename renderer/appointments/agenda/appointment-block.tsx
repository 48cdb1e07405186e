import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconDoorEnter, IconUserOff, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../../shared/appointments/appointment-view.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { openAppointment } from '../appointment-sheets.ts';
import { PlaceMark } from '../place-mark.tsx';
import { useAppointmentWords } from '../use-appointment-words.ts';
import classes from './appointment-block.module.css';

const STATUS_ICONS = {
  booked: null,
  arrived: IconDoorEnter,
  seen: IconCheck,
  excused: IconX,
  revoked: IconX,
  'no-show': IconUserOff,
} as const;

/** One appointment on the grid. What does not concern the reader says no more than that the time is taken. */
export function AppointmentBlock({ appointment, detailed }: { appointment: AppointmentView; detailed: boolean }) {
  const { t } = useTranslation('appointments');
  const { who, matter } = useAppointmentWords();
  const { from, to, place, outpostName, status, kind, note } = appointment;
  // Where there is room for little, it is said first that it is not in the office.
  const isElsewhere = kind !== 'blocked' && place !== 'office';
  const Icon = STATUS_ICONS[status];
  const about = matter(appointment);
  return (
    <UnstyledButton
      className={classes.block}
      data-status={status}
      data-kind={kind}
      title={[`${from}–${to}`, who(appointment), about].filter((part) => part !== '').join(' · ')}
      onClick={() => openAppointment(appointment.id)}
    >
      <span className={classes.lines}>
        <span className={classes.when}>{detailed ? t('fromTo', { from, to }) : from}</span>
        {Icon && (
          <span className={classes.status}>
            <Icon size={14} aria-hidden />
            {t(`status.${status}`)}
          </span>
        )}
        {isElsewhere && <PlaceMark place={place} outpostName={outpostName} />}
        <Bdi className={classes.who ?? ''}>{who(appointment)}</Bdi>
        {!isElsewhere && kind !== 'blocked' && <PlaceMark place={place} />}
        {about !== '' && <span className={classes.about}>{about}</span>}
        {detailed && note !== '' && kind !== 'blocked' && <Bdi className={classes.about ?? ''}>{note}</Bdi>}
      </span>
    </UnstyledButton>
  );
}
