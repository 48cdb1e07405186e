import { z } from 'zod';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';
import { REASONS_AGAINST, REASONS_FOR } from './duplicates.rules.ts';
import { PersonFields, PersonHit } from './people.contract.ts';

/** Two records that may be one person, with what speaks for it and against it. */
export const LikelyPair = z.strictObject({
  first: PersonHit,
  second: PersonHit,
  reasonsFor: z.array(z.enum(REASONS_FOR)),
  reasonsAgainst: z.array(z.enum(REASONS_AGAINST)),
});
export type LikelyPair = z.infer<typeof LikelyPair>;

/** A record that somebody who is about to be created may have already, with what speaks for it and against it. */
export const AlikePerson = z.strictObject({
  person: PersonHit,
  /** Whether the two are likely one: the new person is stored only when somebody says they are not. */
  likely: z.boolean(),
  reasonsFor: z.array(z.enum(REASONS_FOR)),
  reasonsAgainst: z.array(z.enum(REASONS_AGAINST)),
});
export type AlikePerson = z.infer<typeof AlikePerson>;

/** A record that was put together with the one that is shown, or the one that this record went into. */
export const MergedRecord = z.strictObject({
  id: Id,
  name: z.string(),
  mergedAt: Instant,
  staffName: z.string(),
});
export type MergedRecord = z.infer<typeof MergedRecord>;

const desk = ['desk'] as const;

export const duplicatesContract = {
  /** Likely pairs, the likeliest first, at most 50. Pairs that somebody found to be two people are not among them. */
  list: procedure({
    access: { right: 'people.read', from: desk },
    input: Nothing,
    output: z.strictObject({ pairs: z.array(LikelyPair) }),
    errors: {},
  }),
  /** Who may be there already as the person that somebody is typing, the likeliest first, at most 5. */
  alike: procedure({
    access: { right: 'people.read', from: desk },
    input: PersonFields.pick({
      givenName: true,
      familyName: true,
      ownScriptName: true,
      bornOn: true,
      birthPrecision: true,
      gender: true,
      phone: true,
      email: true,
    }),
    output: z.strictObject({ people: z.array(AlikePerson) }),
    errors: {},
  }),
  /** Remembers that two records are two people. */
  setDistinct: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({ requestId: RequestId, firstId: Id, secondId: Id }),
    output: Nothing,
    errors: { rule: ['same-record'] },
  }),
  /**
   * Puts a record together with the one that is kept, which gets `person` as its fields. Talks, letters, appointments and
   * tickets show at the kept one; both records stay.
   */
  merge: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      keptId: Id,
      keptRevision: Revision,
      mergedId: Id,
      mergedRevision: Revision,
      person: PersonFields,
    }),
    output: z.strictObject({ revision: Revision }),
    errors: {
      rule: ['same-record', 'merged-already', 'pseudonymous', 'released', 'name-missing', 'born-in-the-future'],
    },
  }),
  /** Takes a merge back: each record has again what was its own. */
  undo: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({ requestId: RequestId, mergedId: Id }),
    output: z.strictObject({ keptId: Id }),
    errors: { rule: ['not-merged', 'merged-further'] },
  }),
  /** Where a record went, and which ones came into it, newest first. */
  mergesOf: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ into: MergedRecord.nullable(), from: z.array(MergedRecord) }),
    errors: {},
  }),
};
