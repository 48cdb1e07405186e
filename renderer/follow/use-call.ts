import { useTranslation } from 'react-i18next';
import type { PhoneFollowUp } from '../../shared/phone/phone.contract.ts';
import type { TryResult } from '../../shared/phone/phone.rules.ts';
import { useFaultText } from '../i18n/fault-text.ts';
import { client, orpc } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice, showUndoable } from '../ui/notices/notice-store.ts';
import { printHtml } from '../ui/print-html.ts';

/** What can be done about a call that is owed; each can be taken back. */
export function useCall(call: Pick<PhoneFollowUp, 'id' | 'revision' | 'contactId' | 'language'>) {
  const { t } = useTranslation('follow');
  const faultText = useFaultText();
  const addTry = useCommand(orpc.phone.addTry);
  const close = useCommand(orpc.phone.close);
  const undo = useCommand(orpc.phone.undo);
  const handOut = useCommand(orpc.steps.handOut);
  const on = { id: call.id, revision: call.revision };
  const tell = (text: string, done: { id: string; revision: number } | null) => {
    if (done) showUndoable({ text, undo: async () => (await undo.run(done)) !== null });
  };
  return {
    tried: async (result: TryResult) =>
      tell(t('call.didTry', { result: t(`call.result.${result}`) }), await addTry.run({ ...on, result })),
    withdraw: async () => tell(t('call.didWithdraw'), await close.run({ ...on, as: 'withdrawn' })),
    /** What was agreed, in their language, with our number and address: it goes by post instead of a call. */
    sendSheet: async () => {
      const { contactId, language } = call;
      try {
        const { html } = await client.steps.sheet({ contactId, language, appointmentId: null, planned: null });
        await printHtml(html, t('call.sendSheet'));
      } catch (error) {
        showNotice({ kind: 'error', text: faultText(faultOf(error)) });
        return;
      }
      await handOut.run({ contactId, language, appointmentId: null });
      tell(t('call.didSend'), await close.run({ ...on, as: 'letter' }));
    },
    pending: addTry.pending || close.pending || undo.pending,
  };
}
