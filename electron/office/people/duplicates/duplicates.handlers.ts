import { contract } from '../../../../shared/contract.ts';
import { command, type Handler, query } from '../../rpc/handlers.ts';
import { alikePeople } from './alike-people.ts';
import { likelyPairs } from './likely-pairs.ts';
import { mergePeople, undoMerge } from './merge-people.ts';
import { mergesOf } from './merges.ts';
import { setDistinct } from './set-distinct.ts';

const { duplicates } = contract;

export const duplicatesHandlers = {
  list: query(duplicates.list, (db) => ({ pairs: likelyPairs(db) })),
  alike: query(duplicates.alike, (db, input) => ({ people: alikePeople(db, input) })),
  setDistinct: command(duplicates.setDistinct, (tx, input, who) => setDistinct(tx, input, who)),
  merge: command(duplicates.merge, (tx, input, who) => mergePeople(tx, input, who)),
  undo: command(duplicates.undo, (tx, input) => undoMerge(tx, input.mergedId)),
  mergesOf: query(duplicates.mergesOf, (db, input) => mergesOf(db, input.id)),
} satisfies Record<keyof typeof duplicates, Handler>;
