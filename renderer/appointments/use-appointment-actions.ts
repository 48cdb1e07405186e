import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../shared/appointments/appointment-view.ts';
import { useFormats } from '../i18n/formats.ts';
import { usePrintSlip } from '../queue/use-print-slip.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice, showUndoable } from '../ui/notices/notice-store.ts';
import { useAppointmentUndo } from './use-appointment-undo.ts';

type Settled = 'seen' | 'excused' | 'revoked' | 'no-show';

/** What can be done about an appointment; each tells what was done, with the way back. */
export function useAppointmentActions(appointment: Pick<AppointmentView, 'id' | 'revision' | 'day' | 'from'>) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const undoAppointment = useAppointmentUndo();
  const { print } = usePrintSlip();
  const arriveCommand = useCommand(orpc.appointments.arrive);
  const settleCommand = useCommand(orpc.appointments.settle);
  const remind = useCommand(orpc.appointments.reminded);
  const on = { appointmentId: appointment.id, revision: appointment.revision };
  const when = t('when', { day: formats.shortDate(appointment.day), from: appointment.from });

  const arrive = async () => {
    const arrived = await arriveCommand.run(on);
    if (!arrived) return;
    showUndoable(
      {
        text: t('did.arrived', { when, label: arrived.label }),
        undo: () => undoAppointment(appointment.id, 'arrived'),
      },
      { label: t('printSlip'), run: () => void print(arrived.ticketId, arrived.label) },
    );
  };
  const settle = async (status: Settled) => {
    if (!(await settleCommand.run({ ...on, status }))) return;
    showUndoable({ text: t(`did.${status}`, { when }), undo: () => undoAppointment(appointment.id, status) });
  };
  const called = async () => {
    if (await remind.run({ ...on, reminder: 'called' })) showNotice({ kind: 'done', text: t('did.called', { when }) });
  };
  return { arrive, settle, called, pending: arriveCommand.pending || settleCommand.pending || remind.pending };
}
