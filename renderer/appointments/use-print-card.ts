import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../i18n/fault-text.ts';
import { client, orpc } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { printHtml } from '../ui/print-html.ts';

/** Prints the reminder card in a client's language and notes that it was handed over. Resolves to whether it did. */
export function usePrintCard() {
  const { t } = useTranslation('appointments');
  const faultText = useFaultText();
  const { run: reminded } = useCommand(orpc.appointments.reminded);
  const [pending, setPending] = useState(false);
  const print = useCallback(
    async (appointmentId: string, language: string | null): Promise<boolean> => {
      setPending(true);
      try {
        const { html } = await client.appointments.card({ appointmentId, language });
        await printHtml(html, t('card.title'));
        const { appointment } = await client.appointments.get({ appointmentId });
        // An old card printed once more reminds nobody.
        if (appointment.status === 'booked' && appointment.reminder === null)
          await reminded({ appointmentId, revision: appointment.revision, reminder: 'card' });
        return true;
      } catch (error) {
        showNotice({ kind: 'error', text: faultText(faultOf(error)) });
        return false;
      } finally {
        setPending(false);
      }
    },
    [faultText, reminded, t],
  );
  return { print, pending };
}
