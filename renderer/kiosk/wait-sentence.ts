import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import type { WaitRange } from '../../shared/screens/screens.contract.ts';
import { fill } from '../screen/client-language.ts';
import { kioskTexts } from './kiosk-texts.ts';

/** The wait as a range, never as a point; null where nothing can be said honestly. */
export function waitSentence(language: ClientLanguage, range: WaitRange): string | null {
  if (range === null) return null;
  const texts = kioskTexts[language];
  const phrase = range.fromMinutes === 0 ? texts.waitUpTo : texts.waitRange;
  return fill(phrase, { from: range.fromMinutes, to: range.toMinutes });
}
