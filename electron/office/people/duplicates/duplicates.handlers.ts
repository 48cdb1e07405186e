import { contract } from '../../../../shared/contract.ts';
import { openDatabaseOf } from '../../core.ts';
import { inShortTurns } from '../../in-short-turns.ts';
import { unavailable } from '../../rpc/faults.ts';
import { command, type Handler, query, task, whoCalls } from '../../rpc/handlers.ts';
import { alikePeople } from './alike-people.ts';
import { comparingPeople } from './compared-people.ts';
import { likelyPairs } from './likely-pairs.ts';
import { mergePeople, undoMerge } from './merge-people.ts';
import { mergesOf } from './merges.ts';
import { setDistinct } from './set-distinct.ts';

const { duplicates } = contract;

export const duplicatesHandlers = {
  list: task(duplicates.list, async (core, _input, caller) => {
    const database = openDatabaseOf(core);
    // The first look compares everybody, which takes seconds in a large office: others are served in between.
    const { signal } = whoCalls(caller).ended;
    await inShortTurns(comparingPeople(database), signal);
    if (signal.aborted || core.database !== database) throw unavailable('closed');
    return { pairs: likelyPairs(database) };
  }),
  alike: query(duplicates.alike, (db, input) => ({ people: alikePeople(db, input) })),
  setDistinct: command(duplicates.setDistinct, (tx, input, who) => setDistinct(tx, input, who)),
  merge: command(duplicates.merge, (tx, input, who) => mergePeople(tx, input, who)),
  undo: command(duplicates.undo, (tx, input) => undoMerge(tx, input.mergedId)),
  mergesOf: query(duplicates.mergesOf, (db, input) => mergesOf(db, input.id)),
} satisfies Record<keyof typeof duplicates, Handler>;
