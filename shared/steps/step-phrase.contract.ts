import { z } from 'zod';
import stepsFile from '../../resources/catalogues/steps.json' with { type: 'json' };
import { TopicId } from '../catalogue/catalogue.ts';
import { centralIdOf, isOwnId, NO_PARENT } from '../catalogue/own-ids.ts';
import { Id } from '../kernel/ids.ts';

/** Who an agreed step belongs to: each is reminded in another way. */
export const STEP_OWNERS = ['us', 'client', 'partner'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

function oneOf(entries: readonly { id: string }[]) {
  const known = new Set(entries.map((entry) => entry.id));
  return z.string().refine((id) => known.has(id));
}

const centralPhrases = new Set(stepsFile.phrases.map(({ id }) => id));
/** A block of the central part, or one that an office added. */
export const StepPhraseId = z
  .string()
  .refine((id) => centralPhrases.has(id) || (isOwnId(id) && centralIdOf(id) === NO_PARENT));

/** A step said with a phrase block: the block and what fills its gaps, from closed lists only. */
export const StepPhrase = z.strictObject({
  id: StepPhraseId,
  papers: z.array(oneOf(stepsFile.papers)).max(8),
  /** A kind of place; null where a partner of the directory is named, or nowhere. */
  place: oneOf(stepsFile.places).nullable(),
  partnerId: Id.nullable(),
  topic: TopicId.nullable(),
});
export type StepPhrase = z.infer<typeof StepPhrase>;
