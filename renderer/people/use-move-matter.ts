import { useCallback } from 'react';
import { client, orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showUndoable } from '../ui/notices/notice-store.ts';

interface Move {
  /** Whose the contact is; null: nobody's. */
  from: string | null;
  to: string | null;
  /** What the notice says afterwards. */
  told: string;
}

/** Puts a contact to a person or to nobody, with the way back. Resolves to whether it was done. */
export function useMoveMatter(): (contactId: string, move: Move) => Promise<boolean> {
  const command = useCommand(orpc.levels.move);
  const { run } = command;
  return useCallback(
    async (contactId, { from, to, told }) => {
      const put = async (personId: string | null) => {
        const contact = await client.consultations.get({ contactId }).catch(() => null);
        return contact !== null && (await run({ contactId, revision: contact.revision, personId })) !== null;
      };
      const done = await put(to);
      if (done) showUndoable({ text: told, undo: () => put(from) });
      return done;
    },
    [run],
  );
}
