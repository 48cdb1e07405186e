import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { isParkingReason } from './reasons.ts';
import { selectTicket } from './selected-ticket.ts';

/** Tells the desk when a parked ticket has come back into the line by itself, and for what it was parked. */
export function useWokenNotice(tickets: readonly TicketView[]): void {
  const { t } = useTranslation('queue');
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const woken = tickets.filter(({ state, undoable }) => state === 'waiting' && undoable?.type === 'woken');
    const keys = new Set(woken.map(({ id, revision }) => `${id} ${revision}`));
    const before = known.current;
    known.current = keys;
    // What was there when the screen opened is no news.
    if (before === null) return;
    const fresh = woken.find(({ id, revision }) => !before.has(`${id} ${revision}`));
    if (!fresh) return;
    showNotice({
      kind: 'notice',
      text: t('woken', {
        label: fresh.label,
        what: isParkingReason(fresh.reason) ? t(`parkingReason.${fresh.reason}`) : '',
      }),
      action: { label: t('show'), run: () => selectTicket(fresh.id) },
    });
  }, [tickets, t]);
}
