import { useCallback } from 'react';
import { useFaultText } from '../../i18n/fault-text.ts';
import { client } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { printHtml } from '../../ui/print-html.ts';

/** Prints the slips "first next time" of these tickets, one after the other. A failure is told in the bar. */
export function usePrintReturnSlips(): (tickets: readonly { id: string; label: string }[]) => Promise<void> {
  const faultText = useFaultText();
  return useCallback(
    async (tickets) => {
      try {
        for (const { id, label } of tickets) {
          const { html } = await client.queue.returnSlip({ ticketId: id });
          await printHtml(html, label);
        }
      } catch (error) {
        showNotice({ kind: 'error', text: faultText(faultOf(error)) });
      }
    },
    [faultText],
  );
}
