import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { isOwnId } from '../catalogue/own-ids.ts';
import type { OwnWords } from '../catalogue/own-words.ts';
import type { StepView } from '../consultations/consultations.contract.ts';
import { phraseText } from './step-phrase.ts';

/** A foreign name keeps its own direction in a sentence that runs the other way (Unicode's first strong isolate). */
const isolated = (name: string) => `\u2068${name}\u2069`;

/**
 * What was agreed, in the client's language, as it stands on the sheet; null where it is there in German alone. Nothing is
 * translated, and a block of the office that was reworded since says nothing that was not agreed.
 */
export function stepInLanguage(
  language: ClientLanguage,
  { what, phrase, partner }: Pick<StepView, 'what' | 'phrase' | 'partner'>,
  ownWordsOf: (id: string) => OwnWords | null,
): string | null {
  if (!phrase) return null;
  if (isOwnId(phrase.id)) {
    const words = ownWordsOf(phrase.id);
    return words?.de === what && words[language] !== '' ? words[language] : null;
  }
  return phraseText(language, phrase.id, {
    papers: phrase.papers,
    place: phrase.place,
    partnerName: partner ? isolated(partner.name) : null,
    topic: phrase.topic,
    ownTopic: phrase.topic === null ? null : ownWordsOf(phrase.topic),
  });
}
