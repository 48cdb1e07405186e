import { z } from 'zod';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';

/**
 * The groups that the programme (AMIF) counts. A right of residence is recorded as this group alone and only while the
 * programme is counted; there is no value for somebody without a title, on purpose (sections 87 and 88 AufenthG).
 */
export const PROGRAMME_GROUPS = [
  'applicant',
  'international-protection',
  'temporary-protection',
  'other-third-country',
  'none-of-these',
] as const;
const ProgrammeGroup = z.enum(PROGRAMME_GROUPS);

export const GroupEntry = z.strictObject({
  group: ProgrammeGroup,
  sinceOn: LocalDate,
  recordedAt: Instant,
  staffName: z.string(),
});
export type GroupEntry = z.infer<typeof GroupEntry>;

const desk = ['desk'] as const;

export const programmeContract = {
  /** A person's groups, the one that holds first; null while the programme is not counted. */
  of: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({ groups: z.array(GroupEntry).nullable() }),
    errors: {},
  }),
  /** The group that a person says they belong to, since a day; what held before stays in the history. */
  set: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({ requestId: RequestId, personId: Id, group: ProgrammeGroup, sinceOn: LocalDate }),
    output: Nothing,
    errors: { rule: ['programme-not-counted', 'in-the-future', 'record-merged'] },
  }),
  /** Whether the programme is counted in this office. */
  counting: procedure({
    access: { right: 'office.configure', from: desk },
    input: Nothing,
    output: z.strictObject({ revision: Revision, on: z.boolean() }),
    errors: {},
  }),
  setCounting: procedure({
    access: { right: 'office.configure', from: desk },
    input: z.strictObject({ requestId: RequestId, revision: Revision, on: z.boolean() }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
};
