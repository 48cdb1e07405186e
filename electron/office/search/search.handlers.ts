import { contract } from '../../../shared/contract.ts';
import { isSearchable } from '../../../shared/search/search.rules.ts';
import { findAppointments } from '../appointments/find-appointments.ts';
import { findSteps } from '../consultations/find-steps.ts';
import { findNotes } from '../consultations/notes/find-notes.ts';
import { sessionIndex } from '../consultations/notes/session-index.ts';
import { findLetters } from '../letters/find-letters.ts';
import { type Handler, query } from '../rpc/handlers.ts';
import { noteHits } from './note-hits.ts';

const { search } = contract;

/** As many as the palette shows of each kind. */
const MOST_ELSEWHERE = 6;

export const searchHandlers = {
  notes: query(search.notes, (db, input, who, core) => {
    const own = sessionIndex(core, who);
    const { found, more } = findNotes(db, who, own?.index ?? null, input);
    return { hits: noteHits(db, who, found), more, reach: own?.reach ?? 'all' };
  }),
  elsewhere: query(search.elsewhere, (db, { words }, who, core) => {
    const may = (right: Parameters<typeof who.rights.has>[0]) => isSearchable(words) && who.rights.has(right);
    return {
      letters: may('letters.write') ? findLetters(db, words, MOST_ELSEWHERE) : [],
      steps: may('consultations.write') ? findSteps(db, words, MOST_ELSEWHERE) : [],
      appointments: may('appointments.work')
        ? findAppointments(db, who, words, core.ports.clock.now(), MOST_ELSEWHERE)
        : [],
    };
  }),
} satisfies Record<keyof typeof search, Handler>;
