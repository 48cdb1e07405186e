import { Button, Group } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarTime,
  IconCalendarX,
  IconCheck,
  IconClockUp,
  IconDoorEnter,
  IconPhone,
  IconPrinter,
  IconUserOff,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../letters/use-today.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { useAppointmentActions } from '../use-appointment-actions.ts';
import { useAppointmentUndo } from '../use-appointment-undo.ts';
import type { SheetPart } from './appointment-sheet.tsx';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

/** What can be done about an appointment as it stands: one thing is next, the rest is quiet. */
export function AppointmentActions({ one, onPart }: { one: OneAppointment; onPart: (part: SheetPart) => void }) {
  const { t } = useTranslation('appointments');
  const { appointment } = one;
  const { kind, status, place, wish, undoable, day, mayRelease } = appointment;
  const today = useToday();
  const { arrive, settle, called, pending } = useAppointmentActions(appointment);
  const undoAppointment = useAppointmentUndo();
  const withdraw = useCommand(orpc.appointments.withdrawWish);
  const isBooked = status === 'booked';
  const isTalk = kind !== 'blocked';
  const isToday = day === today;
  const begun = day <= today;
  return (
    <Group justify="space-between" gap="sm" className={classes.end}>
      <Group gap="xs">
        {isBooked && isTalk && isToday && appointment.ticketId === null && (
          <KeyButton
            keys="F4"
            leftSection={<IconDoorEnter size={18} aria-hidden />}
            disabled={pending}
            onClick={() => void arrive()}
          >
            {t('act.arrive')}
          </KeyButton>
        )}
        {isBooked && (
          <KeyButton
            keys="F7"
            variant="default"
            leftSection={<IconCalendarTime size={18} aria-hidden />}
            onClick={() => onPart('move')}
          >
            {t('act.move')}
          </KeyButton>
        )}
        {(isBooked || status === 'arrived') && isTalk && (
          <Button variant="default" leftSection={<IconUsers size={18} aria-hidden />} onClick={() => onPart('people')}>
            {t('act.people')}
          </Button>
        )}
        {isTalk && (isBooked || status === 'arrived') && (
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => onPart('card')}>
            {t('act.card')}
          </Button>
        )}
      </Group>
      <Group gap="xs">
        {isBooked && isTalk && (
          <>
            <QuietButton icon={IconPhone} disabled={pending} onClick={() => void called()}>
              {t('act.called')}
            </QuietButton>
            {wish === null ? (
              <QuietButton icon={IconClockUp} onClick={() => onPart('wish')}>
                {t('act.wish')}
              </QuietButton>
            ) : (
              <QuietButton icon={IconClockUp} disabled={withdraw.pending} onClick={() => void withdraw.run(wish)}>
                {t('act.withdrawWish')}
              </QuietButton>
            )}
          </>
        )}
        {isBooked && isTalk && (
          <QuietButton icon={IconCalendarX} disabled={pending} onClick={() => void settle('excused')}>
            {t('act.excused')}
          </QuietButton>
        )}
        {isBooked && (
          <QuietButton icon={IconCalendarX} disabled={pending} onClick={() => void settle('revoked')}>
            {isTalk ? t('act.revoked') : t('act.release')}
          </QuietButton>
        )}
        {mayRelease && isTalk && (
          <QuietButton icon={IconUserOff} disabled={pending} onClick={() => void settle('no-show')}>
            {t('act.no-show')}
          </QuietButton>
        )}
        {(isBooked || status === 'arrived') &&
          isTalk &&
          begun &&
          (place !== 'office' || !isToday || kind === 'group') && (
            <QuietButton icon={IconCheck} disabled={pending} onClick={() => void settle('seen')}>
              {t('act.seen')}
            </QuietButton>
          )}
        {undoable && (
          <QuietButton icon={IconArrowBackUp} onClick={() => void undoAppointment(appointment.id, undoable)}>
            {t('act.undo', { what: t(`event.${undoable}`) })}
          </QuietButton>
        )}
      </Group>
    </Group>
  );
}
