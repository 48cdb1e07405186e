import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DEMAND_OUTCOMES } from '../../../shared/interpreters/unmet-demand.rules.ts';
import type { Instant } from '../../../shared/kernel/instants.ts';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import type { TicketAction } from '../../../shared/queue/ticket.rules.ts';
import type { ForwardTarget } from '../../../shared/queue/ticket-event-detail.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { openDeskSheet } from '../desk-sheet.ts';
import type { LeavingReason, ParkingReason } from '../reasons.ts';
import { selectTicket } from '../selected-ticket.ts';
import { useStaffNames } from '../use-staff-names.ts';
import { useUndoTicket } from './use-undo-ticket.ts';

/** What can be done to a ticket; each tells what was done, with the way back. */
export function useTicketActions(ticket: Pick<TicketView, 'id' | 'revision' | 'label'>) {
  const { t } = useTranslation('queue');
  const queryClient = useQueryClient();
  const nameOf = useStaffNames();
  const undoTicket = useUndoTicket();

  /** Runs once the fresh day is there: who has the ticket now. */
  const conflictText = () => {
    const day = queryClient.getQueryData(orpc.queue.today.queryKey({ input: {} }));
    const now = day?.tickets.find((one) => one.id === ticket.id);
    const name = nameOf(now?.staffId ?? null);
    return now && name ? t('quicker', { name, label: now.label, state: t(`state.${now.state}`) }) : null;
  };
  /** Tells what was done and decides what stands in the middle afterwards: the same ticket, or whoever is next. */
  const did = (action: TicketAction, stays: boolean) => (acted: { ticketId: string }) => {
    const label = labelOf(acted.ticketId);
    selectTicket(stays ? acted.ticketId : null);
    showUndoable({ text: t(`did.${action}`, { label }), undo: () => undoTicket(acted.ticketId, action) });
  };
  const labelOf = (ticketId: string) =>
    queryClient.getQueryData(orpc.queue.today.queryKey({ input: {} }))?.tickets.find((one) => one.id === ticketId)
      ?.label ?? ticket.label;

  const callNext = useCommand(orpc.queue.callNext, { onDone: did('called', true) });
  const call = useCommand(orpc.queue.call, { onDone: did('called', true), conflictText });
  const appeared = useCommand(orpc.queue.appeared, { onDone: did('appeared', true), conflictText });
  const notAppeared = useCommand(orpc.queue.notAppeared, { onDone: did('not-appeared', false), conflictText });
  const start = useCommand(orpc.queue.start, { onDone: did('started', true), conflictText });
  const park = useCommand(orpc.queue.park, { onDone: did('parked', false), conflictText });
  const recall = useCommand(orpc.queue.recall, { onDone: did('recalled', true), conflictText });
  const forward = useCommand(orpc.queue.forward, { onDone: did('forwarded', false), conflictText });
  const requeue = useCommand(orpc.queue.requeue, { onDone: did('requeued', false), conflictText });
  const leave = useCommand(orpc.queue.leave, { onDone: did('left', false), conflictText });

  const on = { ticketId: ticket.id, revision: ticket.revision };
  const all = [callNext, call, recall, appeared, notAppeared, start, park, forward, requeue, leave];
  return {
    callNext: (lane: TicketView['lane'] | null = null) => void callNext.run({ lane }),
    call: () => void call.run(on),
    appeared: () => void appeared.run(on),
    recall: () => void recall.run(on),
    notAppeared: () => void notAppeared.run(on),
    start: () => void start.run(on),
    park: (reason: ParkingReason, wakeAt: Instant | null) => void park.run({ ...on, reason, wakeAt }),
    forward: (target: ForwardTarget, words: string) => void forward.run({ ...on, forward: target, words }),
    requeue: () => void requeue.run(on),
    leave: (reason: LeavingReason) =>
      void leave.run({ ...on, reason }).then((acted) => {
        // Why nobody was served is what the gaps are found by; asked at once, and answered with one key.
        if (acted && DEMAND_OUTCOMES.some((outcome) => outcome === reason))
          openDeskSheet({ sheet: 'leaving-cause', ticketId: ticket.id, label: ticket.label });
      }),
    pending: all.some((command) => command.pending),
  };
}

export type TicketActions = ReturnType<typeof useTicketActions>;
