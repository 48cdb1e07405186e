import { useTranslation } from 'react-i18next';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { useAppointmentUndo } from '../use-appointment-undo.ts';

/** Books, says when it is and offers the way back. Resolves to null where it was refused, which has been told by then. */
export function useBook() {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const undoAppointment = useAppointmentUndo();
  const { run, pending } = useCommand(orpc.appointments.book);
  const book = async (fields: AppointmentFields) => {
    const booked = await run(fields);
    if (!booked) return null;
    showUndoable({
      text: t('did.booked', { when: t('when', { day: formats.shortDate(fields.day), from: fields.from }) }),
      undo: () => undoAppointment(booked.appointmentId, 'booked'),
    });
    return booked;
  };
  return { book, pending };
}
