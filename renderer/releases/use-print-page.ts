import { useCallback, useState } from 'react';
import { useFaultText } from '../i18n/fault-text.ts';
import { faultOf } from '../rpc/fault.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { printHtml } from '../ui/print-html.ts';

/** Has the office make a page and prints it. A failure is told in the bar. */
export function usePrintPage() {
  const faultText = useFaultText();
  const [pending, setPending] = useState(false);
  const print = useCallback(
    async (make: () => Promise<{ html: string }>, title: string): Promise<void> => {
      setPending(true);
      try {
        const { html } = await make();
        await printHtml(html, title);
      } catch (error) {
        showNotice({ kind: 'error', text: faultText(faultOf(error)) });
      } finally {
        setPending(false);
      }
    },
    [faultText],
  );
  return { print, pending };
}
