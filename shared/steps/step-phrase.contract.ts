import { z } from 'zod';
import stepsFile from '../../resources/catalogues/steps.json' with { type: 'json' };
import { TopicId } from '../catalogue/catalogue.ts';
import { Id } from '../kernel/ids.ts';

/** Who an agreed step belongs to: each is reminded in another way. */
export const STEP_OWNERS = ['us', 'client', 'partner'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

function oneOf(entries: readonly { id: string }[]) {
  const known = new Set(entries.map((entry) => entry.id));
  return z.string().refine((id) => known.has(id));
}

/** A step said with a phrase block: the block and what fills its gaps, from closed lists only. */
export const StepPhrase = z.strictObject({
  id: oneOf(stepsFile.phrases),
  papers: z.array(oneOf(stepsFile.papers)).max(8),
  /** A kind of place; null where a partner of the directory is named, or nowhere. */
  place: oneOf(stepsFile.places).nullable(),
  partnerId: Id.nullable(),
  topic: TopicId.nullable(),
});
export type StepPhrase = z.infer<typeof StepPhrase>;
