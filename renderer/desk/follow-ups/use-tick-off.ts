import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../shared/consultations/consultations.contract.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';

/** Ticks off what is due: a step is done, an answer has come. Both can be taken back. */
export function useTickOff(followUp: FollowUp) {
  const { t } = useTranslation('desk');
  const changeStep = useCommand(orpc.consultations.changeStep);
  const answer = useCommand(orpc.letters.answerReferral);
  const { id, owner, what, dueOn } = followUp;

  const set = async (done: boolean, revision: number): Promise<number | null> => {
    const changed =
      followUp.kind === 'step'
        ? await changeStep.run({ id, revision, owner, what, dueOn, done })
        : await answer.run({ referralId: id, revision, state: done ? 'done' : 'awaiting' });
    return changed?.revision ?? null;
  };
  const tickOff = async () => {
    const revision = await set(true, followUp.revision);
    if (revision === null) return;
    showUndoable({ text: t('due.didTick', { what }), undo: async () => (await set(false, revision)) !== null });
  };
  return { tickOff, pending: changeStep.pending || answer.pending };
}
