import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketEventType } from '../../../shared/queue/ticket.rules.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { selectTicket } from '../selected-ticket.ts';

/**
 * Takes back the newest action on a ticket if it still is the one that is meant; when somebody did something since, it
 * says so and leaves the ticket alone. Resolves to whether it was taken back.
 */
export function useUndoTicket(): (ticketId: string, type: TicketEventType) => Promise<boolean> {
  const { t } = useTranslation('queue');
  const queryClient = useQueryClient();
  const { run } = useCommand(orpc.queue.undo);
  return useCallback(
    async (ticketId: string, type: TicketEventType) => {
      const today = orpc.queue.today.queryOptions({ input: {} });
      const day = await queryClient.fetchQuery({ ...today, staleTime: 0 }).catch(() => null);
      const ticket = day?.tickets.find((one) => one.id === ticketId);
      if (!ticket || ticket.undoable?.type !== type) {
        showNotice({ kind: 'notice', text: t('undoOvertaken', { label: ticket?.label ?? '' }) });
        return false;
      }
      const done = await run({ ticketId, revision: ticket.revision });
      if (done) selectTicket(ticketId);
      return done !== null;
    },
    [queryClient, run, t],
  );
}
