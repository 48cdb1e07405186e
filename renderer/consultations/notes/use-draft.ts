import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { beforeLock } from '../../access/before-lock.ts';
import { useSession } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { createDraftSaver, type Draft, type DraftStatus } from './draft-saver.ts';

/** The note in work on one contact (for another one the screen starts anew): typed here, saved at the office sealed for its author, written when it is done. */
export function useDraft(contactId: string) {
  const session = useSession();
  // Without the vault a V2 note can't be sealed for the colleagues; the narrower level is the safe one.
  const usualLevel: NoteLevel = session.holdsVault ? 'V2' : 'V3';
  const [draft, setDraft] = useState<Draft | null>(null);
  const [status, setStatus] = useState<DraftStatus>({ kind: 'nothing' });
  const saveDraft = useCommand(orpc.consultations.saveDraft, { onFault: () => 'shown' });
  const writeNote = useCommand(orpc.consultations.writeNote, { untold: ['note'] });
  const save = useRef<(draft: Draft) => Promise<string>>(() => Promise.reject(new Error('Not drawn yet')));
  save.current = async ({ text, level }) => {
    const saved = await saveDraft.run({ contactId, text, level });
    if (!saved) throw new Error('The draft was not saved');
    return saved.savedAt;
  };
  const [saver] = useState(() => createDraftSaver({ save: (unsaved) => save.current(unsaved), onStatus: setStatus }));
  useEffect(() => {
    const takeBack = beforeLock(saver.flush);
    return () => {
      takeBack();
      // Security: no save may be tried again later, when somebody else is signed in on this line.
      void saver.flush().finally(saver.stop);
    };
  }, [saver]);

  // Asked once: from then on the text on the screen is the newest, whatever an answer says.
  const stored = useQuery({
    ...orpc.consultations.draft.queryOptions({ input: { contactId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (!stored.data || draft) return;
    const found = stored.data.draft;
    setDraft(found ? { text: found.text, level: found.level } : { text: '', level: usualLevel });
    if (found) setStatus({ kind: 'saved', savedAt: found.savedAt });
  }, [stored.data, draft, usualLevel]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      if (!draft) return;
      const next = { ...draft, ...part };
      setDraft(next);
      // An empty note has no draft; a level alone is nothing to save.
      if (next.text !== '' || draft.text !== '') saver.changed(next);
    },
    [draft, saver],
  );
  const start = () => setDraft({ text: '', level: usualLevel });

  return {
    draft,
    status,
    error: stored.error,
    hasText: (draft?.text.trim() ?? '') !== '',
    writing: writeNote.pending,
    change,
    /** Writes the note; the draft is gone then. Resolves to whether it was written. */
    write: async (): Promise<boolean> => {
      if (!draft || draft.text.trim() === '' || writeNote.pending) return false;
      await saver.drop();
      const written = await writeNote.run({ contactId, level: draft.level, text: draft.text });
      if (!written) saver.changed(draft);
      else start();
      return written !== null;
    },
    /** Throws the draft away. Returns what was in it, for taking that back. */
    discard: async (): Promise<Draft | null> => {
      const before = draft;
      await saver.drop();
      await saveDraft.run({ contactId, text: '', level: before?.level ?? usualLevel });
      start();
      return before;
    },
  };
}

export type NoteInWork = ReturnType<typeof useDraft>;
