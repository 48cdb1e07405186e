import type { ExpectedWait } from '../../../shared/screens/screens.contract.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { doorAnswers } from '../interpreters/door-answers.ts';

/**
 * What somebody may expect who comes now, per language: as the desk answers at the door, without who it is that speaks
 * the language.
 *
 * @param languages null: those of the office
 */
export function expectedWaits(db: Db, core: Core, languages: readonly string[] | null): ExpectedWait[] {
  const { answers } = doorAnswers(db, core, { languages, topics: [], genderWish: null, withRange: true });
  return answers.map(({ language, verdict, until, range }) => ({ language, verdict, until, range }));
}
