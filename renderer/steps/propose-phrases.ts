import { bringItemsFor } from '../../shared/letters/bring-items.rules.ts';
import type { PartnerView } from '../../shared/partners/partners.contract.ts';
import {
  type CentralStepPhrase,
  centralStepPhrases,
  findStepPhrase,
  stepPapers,
  stepPlaces,
} from '../../shared/steps/step-catalogue.ts';
import { type StepPhrase } from '../../shared/steps/step-phrase.contract.ts';
import { fillsItsGaps } from '../../shared/steps/step-phrase.ts';

type Partner = Pick<PartnerView, 'id' | 'topics'>;

/** What a block is filled with before anybody chooses: the papers that are usually asked for, and who helps with the topic. */
export function filledPhrase(block: CentralStepPhrase, topic: string | null, partners: readonly Partner[]): StepPhrase {
  const has = (slot: CentralStepPhrase['slots'][number]) => block.slots.includes(slot);
  const partner = topic === null ? undefined : partners.find((one) => one.topics.includes(topic));
  const kind = topic === null ? undefined : stepPlaces.find((place) => place.topics.includes(topic));
  return {
    id: block.id,
    papers: has('papers') ? usualPapers(topic) : [],
    place: has('place') && !partner ? (kind?.id ?? null) : null,
    partnerId: has('place') ? (partner?.id ?? null) : null,
    topic: has('topic') ? topic : null,
  };
}

const MOST_PAPERS = 5;

/** Without those that go along with a letter only. */
function usualPapers(topic: string | null): string[] {
  return bringItemsFor(topic)
    .filter((item) => stepPapers.some((paper) => paper.id === item))
    .slice(0, MOST_PAPERS);
}

/** Blocks that can be taken over with one press, those of the talk's topics first: filled, and with no gap open. */
export function proposePhrases(
  topics: readonly string[],
  partners: readonly Partner[],
  { most }: { most: number },
): StepPhrase[] {
  const proposed = topics.flatMap((topic) =>
    centralStepPhrases
      .filter((block) => block.topics.includes(topic))
      .map((block) => filledPhrase(block, topic, partners)),
  );
  const [first = null] = topics;
  const always = ['bring', 'come-again', 'we-call-you'].flatMap((id) => {
    const block = findStepPhrase(id);
    return block ? [filledPhrase(block, first, partners)] : [];
  });
  const once = new Map<string, StepPhrase>();
  // What to bring is asked in nearly every talk: it stands second.
  for (const phrase of [...proposed.slice(0, 1), ...always.slice(0, 1), ...proposed.slice(1), ...always.slice(1)]) {
    const block = findStepPhrase(phrase.id);
    if (block && fillsItsGaps(block, phrase) && !once.has(phrase.id)) once.set(phrase.id, phrase);
  }
  return [...once.values()].slice(0, most);
}
