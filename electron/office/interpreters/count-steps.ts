import type { AttemptView, StepCount } from '../../../shared/interpreters/interpreters.contract.ts';
import { elapsedMs, type LocalDate } from '../../../shared/kernel/instants.ts';
import type { Db } from '../database/handles.ts';
import { attemptsOfDays } from './attempts.ts';

/**
 * How getting an interpreter went for the tickets of these local days (both included), by language, most asked first: how
 * many were asked, could not, came; and the middle time from the first question to somebody's coming, in whole minutes.
 */
export function countSteps(db: Db, fromDay: LocalDate, toDay: LocalDate): StepCount[] {
  const tickets = [...attemptsOfDays(db, fromDay, toDay).values()];
  const languages = new Set(tickets.flat().map(({ language }) => language));
  return [...languages]
    .map((language) => countOf(language, tickets))
    .sort((a, b) => b.asked - a.asked || b.came - a.came || a.language.localeCompare(b.language));
}

function countOf(language: string, tickets: readonly (readonly AttemptView[])[]): StepCount {
  const inLanguage = tickets.map((attempts) => attempts.filter((one) => one.language === language));
  const count = (outcome: AttemptView['outcome']) =>
    inLanguage.flat().filter((one) => one.outcome === outcome && one.kind !== 'appointment').length;
  const minutes = inLanguage.flatMap((attempts) => minutesToCome(attempts) ?? []).sort((a, b) => a - b);
  return {
    language,
    asked: count('asked'),
    couldNot: count('could-not'),
    came: count('came'),
    appointments: inLanguage.flat().filter(({ kind }) => kind === 'appointment').length,
    minutesToCome: minutes[Math.floor(minutes.length / 2)] ?? null,
  };
}

function minutesToCome(attempts: readonly AttemptView[]): number | null {
  const asked = attempts.find(({ outcome }) => outcome === 'asked');
  const came = attempts.find(({ outcome, kind }) => outcome === 'came' && kind !== 'appointment');
  return asked && came ? Math.round(elapsedMs(asked.at, came.at) / 60_000) : null;
}
