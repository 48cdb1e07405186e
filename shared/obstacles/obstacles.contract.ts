import { z } from 'zod';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';

/** How an obstacle stands, or how it ended. */
export const OBSTACLE_STATES = ['open', 'solved', 'bypassed', 'given-up', 'moved'] as const;
export type ObstacleState = (typeof OBSTACLE_STATES)[number];

/** What was answered when somebody asked, months later, whether it holds. */
export const HOLDS = ['yes', 'no', 'not-reached'] as const;
export type Holds = (typeof HOLDS)[number];

/** An obstacle that ended three months ago or more, and nobody has asked since. */
export const ObstacleToAsk = z.strictObject({
  id: Id,
  revision: Revision,
  obstacle: z.string(),
  state: z.enum(OBSTACLE_STATES),
  endedOn: LocalDate,
  askOn: LocalDate,
  person: z.strictObject({ id: Id, name: z.string(), phone: z.string(), language: z.string().nullable() }),
});
export type ObstacleToAsk = z.infer<typeof ObstacleToAsk>;

const desk = ['desk'] as const;
const write = { right: 'consultations.write', from: desk } as const;
const On = { requestId: RequestId, id: Id, revision: Revision };
const Changed = z.strictObject({ id: Id, revision: Revision });

export const obstaclesContract = {
  /**
   * How often each obstacle came up in this office in the quarter of today, by id of the catalogue; null where it was fewer
   * than five times. Counted from obstacles alone, never from notes.
   */
  often: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({
      from: LocalDate,
      counts: z.array(z.strictObject({ obstacle: z.string(), count: z.int().nullable() })),
    }),
    errors: {},
  }),
  /** What ended three months ago: does it hold? */
  toAsk: procedure({
    access: write,
    input: z.strictObject({ until: LocalDate }),
    output: z.strictObject({ obstacles: z.array(ObstacleToAsk) }),
    errors: {},
  }),
  /** Yes: asked once and for all. No: it stands in the way again. Not reached: asked again two weeks later. */
  answer: procedure({
    access: write,
    input: z.strictObject({ ...On, holds: z.enum(HOLDS) }),
    output: Changed,
    errors: { rule: ['nothing-to-ask'] },
  }),
  /** Takes back what was said of it last; that it was noticed is taken back in its talk. */
  undo: procedure({
    access: write,
    input: z.strictObject(On),
    output: Changed,
    errors: { rule: ['nothing-to-undo'] },
  }),
};
