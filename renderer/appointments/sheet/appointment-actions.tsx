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
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { useToday } from '../../letters/use-today.ts';
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
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconPhone size={18} aria-hidden />}
              disabled={pending}
              onClick={() => void called()}
            >
              {t('act.called')}
            </Button>
            {wish === null ? (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconClockUp size={18} aria-hidden />}
                onClick={() => onPart('wish')}
              >
                {t('act.wish')}
              </Button>
            ) : (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconClockUp size={18} aria-hidden />}
                disabled={withdraw.pending}
                onClick={() => void withdraw.run(wish)}
              >
                {t('act.withdrawWish')}
              </Button>
            )}
          </>
        )}
        {isBooked && isTalk && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCalendarX size={18} aria-hidden />}
            disabled={pending}
            onClick={() => void settle('excused')}
          >
            {t('act.excused')}
          </Button>
        )}
        {isBooked && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCalendarX size={18} aria-hidden />}
            disabled={pending}
            onClick={() => void settle('revoked')}
          >
            {isTalk ? t('act.revoked') : t('act.release')}
          </Button>
        )}
        {mayRelease && isTalk && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconUserOff size={18} aria-hidden />}
            disabled={pending}
            onClick={() => void settle('no-show')}
          >
            {t('act.no-show')}
          </Button>
        )}
        {(isBooked || status === 'arrived') &&
          isTalk &&
          begun &&
          (place !== 'office' || !isToday || kind === 'group') && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconCheck size={18} aria-hidden />}
              disabled={pending}
              onClick={() => void settle('seen')}
            >
              {t('act.seen')}
            </Button>
          )}
        {undoable && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            onClick={() => void undoAppointment(appointment.id, undoable)}
          >
            {t('act.undo', { what: t(`event.${undoable}`) })}
          </Button>
        )}
      </Group>
    </Group>
  );
}
