import { useCallback, useState } from 'react';
import { useFaultText } from '../i18n/fault-text.ts';
import { client } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { printHtml } from '../ui/print-html.ts';

/**
 * Prints a ticket's slip: at once where this computer has a printer for slips, else through the print dialogue. Resolves
 * to whether it did. A failure is told in the bar.
 */
export function usePrintSlip() {
  const faultText = useFaultText();
  const [pending, setPending] = useState(false);
  const print = useCallback(
    async (ticketId: string, label: string): Promise<boolean> => {
      setPending(true);
      try {
        const { printed } = await client.screens.printSlip({ ticketId });
        if (printed) return true;
        const { html } = await client.queue.slip({ ticketId });
        await printHtml(html, label);
        return true;
      } catch (error) {
        showNotice({ kind: 'error', text: faultText(faultOf(error)) });
        return false;
      } finally {
        setPending(false);
      }
    },
    [faultText],
  );
  return { print, pending };
}
