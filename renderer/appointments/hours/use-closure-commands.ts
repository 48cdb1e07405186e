import { useTranslation } from 'react-i18next';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { orpc } from '../../rpc/client.ts';
import type { Fault } from '../../rpc/fault.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';

interface NewClosure {
  staffId: string | null;
  from: LocalDate;
  to: LocalDate;
  reason: string;
}

/** Closing the office, writing somebody down as away, and taking both back, each with its way back. */
export function useClosureCommands(onFault?: (fault: Fault, text: string) => 'shown' | 'tell') {
  const { t } = useTranslation('appointments');
  const add = useCommand(orpc.appointments.addClosure, onFault ? { onFault } : {});
  const take = useCommand(orpc.appointments.withdrawClosure);
  return {
    pending: add.pending || take.pending,
    add: async (closure: NewClosure, span: string) => {
      const added = await add.run(closure);
      if (!added) return false;
      const text = t(closure.staffId === null ? 'hours.did.closed' : 'hours.did.away', { span });
      showUndoable({ text, undo: async () => (await take.run(added)) !== null });
      return true;
    },
    withdraw: async (closure: HoursPlan['closures'][number], span: string) => {
      const { id, revision, ...fields } = closure;
      if (!(await take.run({ id, revision }))) return;
      showUndoable({
        text: t(closure.staffId === null ? 'hours.did.notClosed' : 'hours.did.notAway', { span }),
        undo: async () => (await add.run(fields)) !== null,
      });
    },
  };
}
