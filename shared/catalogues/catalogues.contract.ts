import { z } from 'zod';
import { isOwnId } from '../catalogue/own-ids.ts';
import { OwnWords } from '../catalogue/own-words.ts';
import { RequestId, Revision } from '../kernel/ids.ts';
import { Instant } from '../kernel/instants.ts';
import { line } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { STEP_OWNERS } from '../steps/step-phrase.contract.ts';
import { CATALOGUE_KINDS } from './catalogues.rules.ts';

/** A chip on the desk has no room for more; a step is a sentence. */
export const LABEL_LIMIT = 60;
export const SENTENCE_LIMIT = 200;

const Kind = z.enum(CATALOGUE_KINDS);
const EntryId = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/);
const OwnId = z.string().refine(isOwnId);

/** German always; the others may be empty. */
function words(max: number) {
  const other = z.union([z.literal(''), line(max)]).default('');
  return z.strictObject({ de: line(max), en: other, ar: other, fa: other, kmr: other, ckb: other });
}

/** An entry that this office added. */
export const CatalogueAddition = z.strictObject({
  id: OwnId,
  revision: Revision,
  kind: Kind,
  /** The central entry it belongs to; null for a step phrase. */
  parent: z.string().nullable(),
  /** Of a step phrase: whose step it is; else null. */
  owner: z.enum(STEP_OWNERS).nullable(),
  words: OwnWords,
  active: z.boolean(),
});
export type CatalogueAddition = z.infer<typeof CatalogueAddition>;

/** Which catalogue something was counted with: the central part's version and the office's own, 0 before its first change. */
export const CatalogueVersion = z.strictObject({ central: z.int().min(1), office: z.int().min(0) });
export type CatalogueVersion = z.infer<typeof CatalogueVersion>;

export const OfficeCatalogue = z.strictObject({
  version: CatalogueVersion,
  /** In the order in which they were added. */
  additions: z.array(CatalogueAddition),
  /** Central entries that were ever switched here, and how they stand. */
  switchedOff: z.array(z.strictObject({ kind: Kind, id: z.string(), off: z.boolean(), revision: Revision })),
});
export type OfficeCatalogue = z.infer<typeof OfficeCatalogue>;

const CATALOGUE_CHANGES = ['added', 'changed', 'switched-off', 'switched-on'] as const;

/** One change of the office's catalogue: each makes a new version. */
export const CatalogueChange = z.strictObject({
  version: z.int().min(1),
  at: Instant,
  staffName: z.string(),
  change: z.enum(CATALOGUE_CHANGES),
  kind: Kind,
  id: z.string(),
  /** What an added entry was called in German from this version on; empty for a central one. */
  label: z.string(),
});
export type CatalogueChange = z.infer<typeof CatalogueChange>;

/** A text that was typed freely as a step again and again. */
export const FreeStep = z.strictObject({
  key: z.string(),
  text: z.string(),
  owner: z.enum(STEP_OWNERS),
  /** How often it was agreed. */
  count: z.int().min(1),
});
export type FreeStep = z.infer<typeof FreeStep>;

const StepKey = z.string().regex(/^[0-9a-f]{64}$/);
const Saved = z.strictObject({ id: z.string(), revision: Revision });
const edit = { right: 'catalogues.write', from: ['desk'] } as const;

export const cataloguesContract = {
  /** What this office made of the central catalogue. Every screen says its words. */
  read: procedure({
    access: { right: 'signed-in', from: ['desk'] },
    input: Nothing,
    output: OfficeCatalogue,
    errors: {},
  }),
  /** The changes of the catalogue, the newest first, at most 200. */
  history: procedure({
    access: edit,
    input: Nothing,
    output: z.strictObject({ changes: z.array(CatalogueChange) }),
    errors: {},
  }),
  /** A new entry: below a central one, or a step phrase, which may come of a text that was typed freely. */
  add: procedure({
    access: edit,
    input: z.strictObject({
      requestId: RequestId,
      entry: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(['topic', 'obstacle', 'result']), parent: EntryId, words: words(LABEL_LIMIT) }),
        z.strictObject({
          kind: z.literal('step'),
          owner: z.enum(STEP_OWNERS),
          words: words(SENTENCE_LIMIT),
          /** The free text that it replaces, which is then not offered again. */
          freeStep: StepKey.nullable(),
        }),
      ]),
    }),
    output: Saved,
    errors: { rule: ['no-such-entry', 'label-taken', 'too-many-entries'] },
  }),
  /** Other words for an added entry; what was recorded with it says them too. */
  change: procedure({
    access: edit,
    input: z.strictObject({ requestId: RequestId, id: OwnId, revision: Revision, words: words(SENTENCE_LIMIT) }),
    output: Saved,
    errors: { rule: ['label-taken', 'label-too-long'] },
  }),
  /**
   * Offers an entry or offers it no more; what was recorded with it stays. The revision of a central entry that was never
   * switched is null.
   */
  offer: procedure({
    access: edit,
    input: z.strictObject({
      requestId: RequestId,
      kind: Kind,
      id: EntryId,
      revision: Revision.nullable(),
      offered: z.boolean(),
    }),
    output: Saved,
    errors: { rule: ['no-such-entry', 'entry-must-stay'] },
  }),
  /** Texts that were typed freely as steps with at least three different people, the most frequent first. */
  freeSteps: procedure({
    access: edit,
    input: Nothing,
    output: z.strictObject({ steps: z.array(FreeStep) }),
    errors: {},
  }),
  /** Not wanted as a phrase, or offered again after all. */
  dismissFreeStep: procedure({
    access: edit,
    input: z.strictObject({ requestId: RequestId, key: StepKey, dismissed: z.boolean() }),
    output: Nothing,
    errors: {},
  }),
};
