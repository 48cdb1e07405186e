import type { ClientLanguage } from '../catalogue/catalogue.ts';
import type { OwnWords } from '../catalogue/own-words.ts';
import type { StepBlock } from './step-catalogue.ts';
import type { StepPhrase } from './step-phrase.contract.ts';
import { paperWord, phraseSentence, placeWord, topicWord } from './step-words.ts';

/** What a sentence is filled with beside the phrase itself: a partner's name is the same in every language. */
export interface PhraseValues {
  papers: readonly string[];
  place: string | null;
  partnerName: string | null;
  topic: string | null;
  /** What the office calls the topic, where it has added it. */
  ownTopic?: OwnWords | null;
}

/** Whether each gap of the block is filled, and nothing is given that it has no gap for. */
export function fillsItsGaps(block: Pick<StepBlock, 'slots'>, phrase: Omit<StepPhrase, 'id'>): boolean {
  const given = {
    papers: phrase.papers.length > 0,
    place: phrase.place !== null || phrase.partnerId !== null,
    topic: phrase.topic !== null,
  };
  if (phrase.place !== null && phrase.partnerId !== null) return false;
  return (['papers', 'place', 'topic'] as const).every((slot) => block.slots.includes(slot) === given[slot]);
}

/** What fills each gap, in one language. */
export function gapsIn(language: ClientLanguage, values: PhraseValues): Record<string, string> {
  const comma = language === 'ar' || language === 'fa' || language === 'ckb' ? '، ' : ', ';
  return {
    papers: values.papers.map((paper) => paperWord(language, paper)).join(comma),
    place: values.partnerName ?? (values.place === null ? '' : placeWord(language, values.place)),
    topic: values.topic === null ? '' : topicWord(language, values.topic, values.ownTopic ?? null),
  };
}

/** The whole sentence in plain text: "Gehen Sie dorthin: Jobcenter". Null for an unknown block. */
export function phraseText(language: ClientLanguage, phraseId: string, values: PhraseValues): string | null {
  const sentence = phraseSentence(language, phraseId);
  if (sentence === null) return null;
  const gaps = gapsIn(language, values);
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => gaps[name] ?? '');
}
