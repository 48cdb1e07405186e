import { z } from 'zod';
import { District } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/instants.ts';
import { text } from '../kernel/text.ts';
import { procedure } from '../procedure.ts';

export const FLAT_STATES = ['offered', 'reserved', 'let', 'withdrawn'] as const;

/** A flat as a landlord offers it. */
export const FlatFields = z.strictObject({
  district: District,
  /** Without kitchen and bath, halves counted. */
  rooms: z.number().min(1).max(20).multipleOf(0.5),
  sizeSqm: z.int().min(8).max(500),
  /** A month, heating included; cents. */
  rentCents: z.int().min(0).max(10_000_00),
  depositCents: z.int().min(0).max(50_000_00),
  /** When and with whom it is shown. */
  viewing: text(200),
  freeFrom: LocalDate.nullable(),
  state: z.enum(FLAT_STATES),
});
export type FlatFields = z.infer<typeof FlatFields>;

/** What anybody beside the landlord may look at too: of the households only how many would fit. */
export const FlatView = FlatFields.extend({
  id: Id,
  revision: Revision,
  landlord: z.strictObject({ id: Id, name: z.string() }),
  fitting: z.int(),
});
export type FlatView = z.infer<typeof FlatView>;

const read = { right: 'people.read', from: ['desk'] } as const;
const write = { right: 'people.write', from: ['desk'] } as const;

export const flatsContract = {
  /** The flats of one landlord or of all, those on offer first. */
  list: procedure({
    access: read,
    input: z.strictObject({ landlordId: Id.nullable() }),
    output: z.strictObject({ flats: z.array(FlatView) }),
    errors: {},
  }),
  /** The households that seek a flat and would fit into this one: for the desk alone, never beside the landlord. */
  households: procedure({
    access: read,
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      households: z.array(
        z.strictObject({ size: z.int(), people: z.array(z.strictObject({ id: Id, name: z.string() })) }),
      ),
    }),
    errors: {},
  }),
  add: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, landlordId: Id, flat: FlatFields }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: ['no-landlord', 'record-merged'] },
  }),
  change: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, flat: FlatFields }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
};
