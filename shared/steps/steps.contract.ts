import { z } from 'zod';
import { HoursShown } from '../appointments/consulting-hours.contract.ts';
import { LanguageId } from '../catalogue/catalogue.ts';
import { StepView } from '../consultations/consultations.contract.ts';
import { Id, RequestId } from '../kernel/ids.ts';
import { LocalDate, LocalTime } from '../kernel/instants.ts';
import { procedure } from '../procedure.ts';

const desk = ['desk'] as const;
const write = { right: 'consultations.write', from: desk } as const;

export const stepsContract = {
  /**
   * The sheet of what was agreed in a contact, as it will be printed. Without a language it is in the one that the client
   * reads. An appointment is booked, or only planned: then the sheet shows what it will be.
   */
  sheet: procedure({
    access: write,
    input: z.strictObject({
      contactId: Id,
      language: LanguageId.nullable(),
      appointmentId: Id.nullable(),
      planned: z
        .strictObject({ day: LocalDate, from: LocalTime, place: HoursShown.shape.place, outpostId: Id.nullable() })
        .nullable(),
    }),
    output: z.strictObject({ html: z.string(), language: z.string() }),
    errors: {},
  }),
  /** What is still open from a person's earlier talks: asked about at the next one. */
  openOf: procedure({
    access: write,
    input: z.strictObject({ personId: Id, exceptContactId: Id.nullable() }),
    output: z.strictObject({ steps: z.array(StepView) }),
    errors: {},
  }),
  /** The sheet was handed over. */
  handOut: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      contactId: Id,
      language: LanguageId,
      appointmentId: Id.nullable(),
    }),
    output: z.strictObject({ id: Id }),
    errors: {},
  }),
};
