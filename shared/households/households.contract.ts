import { z } from 'zod';
import { District } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { TimelineEntry } from '../people/people.contract.ts';
import { PERSON_LEVELS } from '../people/person-level.contract.ts';
import { Nothing, procedure } from '../procedure.ts';
import { RELATION_KINDS } from './relation.rules.ts';

const RelationKind = z.enum(RELATION_KINDS);

/** Somebody as the household of another shows them. */
export const HouseholdMember = z.strictObject({
  id: Id,
  name: z.string(),
  level: z.enum(PERSON_LEVELS),
  bornYear: z.int().nullable(),
  /** What they are to the person whose page it is; null: nobody said. */
  kind: RelationKind.nullable(),
  relation: z.strictObject({ id: Id, revision: Revision }).nullable(),
  /** Since when they live there; null for relatives who live elsewhere. */
  fromOn: LocalDate.nullable(),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

export const HouseholdView = z.strictObject({
  /** Null: no household was entered. */
  household: z
    .strictObject({
      id: Id,
      revision: Revision,
      size: z.int(),
      seeksFlat: z.boolean(),
      wishDistricts: z.array(z.string()),
    })
    .nullable(),
  /** Who lives there now beside the person. Whoever left is not there, and neither is the person for them. */
  members: z.array(HouseholdMember),
  /** Who belongs to the person and lives elsewhere. */
  relatives: z.array(HouseholdMember),
  /** Relations that ended: what and when, never with whom. */
  ended: z.array(z.strictObject({ kind: RelationKind, toOn: LocalDate })),
  /** Others with the same telephone: a hint to ask, nothing more. */
  samePhone: z.array(z.strictObject({ id: Id, name: z.string() })),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

/** What happened with somebody of the household; notes stay on the page of whose they are. */
export const HouseholdEntry = z.strictObject({ personId: Id, name: z.string(), entry: TimelineEntry });
export type HouseholdEntry = z.infer<typeof HouseholdEntry>;

/** Somebody of a household, as the record that stands for them now. */
export const LivingWith = z.strictObject({ id: Id, name: z.string(), bornYear: z.int().nullable() });
export type LivingWith = z.infer<typeof LivingWith>;

/** More people than these are no household: a shared accommodation has one for each family. */
export const LARGEST_HOUSEHOLD = 20;

const read = { right: 'people.read', from: ['desk'] } as const;
const write = { right: 'people.write', from: ['desk'] } as const;

export const householdsContract = {
  /** A person's household and relatives, as they are now. */
  of: procedure({ access: read, input: z.strictObject({ personId: Id }), output: HouseholdView, errors: {} }),
  /** Contacts, letters and steps of those who live with the person now, newest first, at most 100. */
  timeline: procedure({
    access: read,
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({ entries: z.array(HouseholdEntry) }),
    errors: {},
  }),
  /** The households of these people, themselves among them, without whoever has parted from one: who may come together. */
  livingWith: procedure({
    access: read,
    input: z.strictObject({ personIds: z.array(Id).max(60) }),
    output: z.strictObject({ people: z.array(LivingWith) }),
    errors: {},
  }),
  /** Says what `otherId` is to `personId`, and whether they live together. */
  add: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      personId: Id,
      otherId: Id,
      kind: RelationKind,
      livesHere: z.boolean(),
      fromOn: LocalDate.nullable(),
    }),
    output: z.strictObject({ relationId: Id, householdId: Id.nullable() }),
    errors: {
      rule: [
        'same-person',
        'already-related',
        'in-another-household',
        'in-the-future',
        'record-merged',
        'household-full',
      ],
    },
  }),
  /** How many live there, with those in no file, and whether they seek a flat. Makes the household of somebody alone. */
  change: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      personId: Id,
      /** Null: the person has no household yet. */
      revision: Revision.nullable(),
      size: z.int().min(1).max(LARGEST_HOUSEHOLD),
      seeksFlat: z.boolean(),
      wishDistricts: z.array(District).max(12),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['fewer-than-members'] },
  }),
  /** Somebody leaves the household: partnerships with those who stay end, and neither side shows the other any more. */
  separate: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, leaverId: Id, on: LocalDate }),
    output: z.strictObject({ endedAt: Instant }),
    errors: { rule: ['in-no-household', 'in-the-future'] },
  }),
  /** Takes a separation of today back as it was. */
  takeBackSeparation: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, leaverId: Id, endedAt: Instant }),
    output: Nothing,
    errors: { rule: ['in-another-household', 'already-related', 'household-full'] },
  }),
  /** Ends one relation; where they live stays as it is. */
  endRelation: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, on: LocalDate }),
    output: Nothing,
    errors: { rule: ['in-the-future'] },
  }),
};
