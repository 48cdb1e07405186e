import { centralIdOf, isOwnId, speaksOf } from '../../shared/catalogue/own-ids.ts';
import { bringItemsFor } from '../../shared/letters/bring-items.rules.ts';
import type { PartnerView } from '../../shared/partners/partners.contract.ts';
import { type StepBlock, stepPapers, stepPlaces } from '../../shared/steps/step-catalogue.ts';
import { type StepPhrase } from '../../shared/steps/step-phrase.contract.ts';
import { fillsItsGaps } from '../../shared/steps/step-phrase.ts';

type Partner = Pick<PartnerView, 'id' | 'topics'>;

/** What a block is filled with before anybody chooses: the papers that are usually asked for, and who helps with the topic. */
export function filledPhrase(block: StepBlock, topic: string | null, partners: readonly Partner[]): StepPhrase {
  const has = (slot: StepBlock['slots'][number]) => block.slots.includes(slot);
  const partner = topic === null ? undefined : partners.find((one) => speaksOf(one.topics, topic));
  const kind = topic === null ? undefined : stepPlaces.find((place) => place.topics.includes(centralIdOf(topic)));
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

const ALWAYS = ['bring', 'come-again', 'we-call-you'];

/**
 * Blocks that can be taken over with one press, those of the talk's topics first: filled, and with no gap open. What the
 * office added newest stands behind what nearly every talk needs.
 *
 * @param offered the blocks that this office offers, in their order.
 */
export function proposePhrases(
  offered: readonly StepBlock[],
  topics: readonly string[],
  partners: readonly Partner[],
  { most }: { most: number },
): StepPhrase[] {
  const proposed = topics.flatMap((topic) =>
    offered
      .filter((block) => block.topics.includes(centralIdOf(topic)))
      .map((block) => filledPhrase(block, topic, partners)),
  );
  const [first = null] = topics;
  const fill = (blocks: readonly StepBlock[]) => blocks.map((block) => filledPhrase(block, first, partners));
  const always = fill(offered.filter(({ id }) => ALWAYS.includes(id)));
  const own = fill(offered.filter(({ id }) => isOwnId(id)).toReversed());
  const blocks = new Map(offered.map((block) => [block.id, block]));
  const once = new Map<string, StepPhrase>();
  // What to bring is asked in nearly every talk: it stands second.
  for (const phrase of [proposed, always, own].flatMap((list) => list.slice(0, 1)))
    if (isWhole(phrase)) once.set(phrase.id, phrase);
  for (const phrase of [proposed, always, own].flatMap((list) => list.slice(1)))
    if (isWhole(phrase) && !once.has(phrase.id)) once.set(phrase.id, phrase);
  return [...once.values()].slice(0, most);

  function isWhole(phrase: StepPhrase): boolean {
    const block = blocks.get(phrase.id);
    return block !== undefined && fillsItsGaps(block, phrase);
  }
}
