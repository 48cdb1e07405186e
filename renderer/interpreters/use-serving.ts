import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TicketServing } from '../../shared/interpreters/interpreters.contract.ts';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';

/** An on-call time that passes changes who can serve without anybody doing anything. */
const ASK_AGAIN_MS = 30_000;

export interface Serving {
  of: (ticketId: string) => TicketServing | null;
  nameOf: (id: string | null) => string;
}

/** Who can serve each open ticket and what was tried, live. */
export function useServing(): Serving {
  const mayWork = useRight('queue.work');
  const serving = useQuery({
    ...orpc.interpreters.serving.queryOptions({ input: {} }),
    enabled: mayWork,
    refetchInterval: ASK_AGAIN_MS,
  });
  return useMemo(() => {
    const byTicket = new Map(serving.data?.tickets.map((one) => [one.ticketId, one]));
    const names = serving.data?.names ?? {};
    return {
      of: (ticketId) => byTicket.get(ticketId) ?? null,
      nameOf: (id) => (id === null ? '' : (names[id] ?? '')),
    };
  }, [serving.data]);
}
