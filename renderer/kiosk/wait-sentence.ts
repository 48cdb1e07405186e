import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import { doorClientLines } from '../../shared/interpreters/door-client-text.ts';
import type { ExpectedWait, WaitRange } from '../../shared/screens/screens.contract.ts';
import { fill } from '../screen/client-language.ts';
import { kioskTexts } from './kiosk-texts.ts';

/** The wait as a range, never as a point; null where nothing can be said honestly. */
export function waitSentence(language: ClientLanguage, range: WaitRange): string | null {
  if (range === null) return null;
  const texts = kioskTexts[language];
  const phrase = range.fromMinutes === 0 ? texts.waitUpTo : texts.waitRange;
  return fill(phrase, { from: range.fromMinutes, to: range.toMinutes });
}

/** What somebody may expect in their language, as the desk would say it at the door: today, perhaps, or not today. */
export function expectationOf(language: ClientLanguage, wait: ExpectedWait): string[] {
  const lines = doorClientLines(language, { ...wait, ahead: 0, nextHours: null });
  // The last line of the desk's answer asks what the person wants; here they touch it.
  return wait.verdict === 'now' ? lines : lines.slice(0, -1);
}
