import { z } from 'zod';
import { TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { line, phoneNumber, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';

export const PARTNER_KINDS = [
  'authority',
  'childcare',
  'school',
  'energy-supplier',
  'course-provider',
  'housing-company',
  'volunteering',
  'advice',
  'health',
  'association',
  'landlord',
  'other',
] as const;

export const PartnerFields = z.strictObject({
  name: line(120),
  kind: z.enum(PARTNER_KINDS),
  /** Whether it is bound by social-data secrecy itself (SGB I §35); if not, a letter to it carries the notice of SGB X §78. */
  authority: z.boolean(),
  contactName: text(120),
  street: text(120),
  postalCodeAndTown: text(120),
  phone: phoneNumber(60),
  email: text(120),
  /** When it is reached, as it is said: "Mo bis Fr 8-12". */
  hours: text(120).default(''),
  /** The stop and line by which it is reached; printed for clients. */
  way: text(120).default(''),
  topics: z.array(TopicId).max(60),
});
export type PartnerFields = z.infer<typeof PartnerFields>;

export const PartnerView = PartnerFields.extend({ id: Id, revision: Revision });
export type PartnerView = z.infer<typeof PartnerView>;

const desk = ['desk'] as const;

export const partnersContract = {
  /** All partners, by name. */
  list: procedure({
    access: { right: 'partners.read', from: desk },
    input: Nothing,
    output: z.strictObject({ partners: z.array(PartnerView) }),
    errors: {},
  }),
  create: procedure({
    access: { right: 'partners.write', from: desk },
    input: z.strictObject({ requestId: RequestId, partner: PartnerFields }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: ['not-offered'] },
  }),
  change: procedure({
    access: { right: 'partners.write', from: desk },
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, partner: PartnerFields }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['not-offered'] },
  }),
};
