import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import type { IdField, PlantedDay } from './canaries/canary.ts';
import { PLANTED_DAY } from './canaries/plant-office.ts';
import { type AnyProcedure, allProcedures, outcomeOf } from './procedures.ts';

/** Which of the day's ids a procedure's `id` field takes; what would go at once, without a revision, is not called with one. */
const KIND_OF_ID: Readonly<Record<string, IdField>> = {
  'consultations.changeStep': 'stepId',
  'consultations.removeStep': 'stepId',
  'consultations.changeNote': 'noteId',
  'consultations.noteVersions': 'noteId',
  'duplicates.mergesOf': 'personId',
  'flats.change': 'flatId',
  'flats.households': 'flatId',
  'interpreters.change': 'interpreterId',
  'letters.get': 'letterId',
  'letters.pdf': 'letterId',
  'letters.printAgain': 'letterId',
  'letters.handOver': 'letterId',
  'letters.makeVoid': 'letterId',
  'partners.change': 'partnerId',
  'people.get': 'personId',
  'people.change': 'personId',
  'people.history': 'personId',
  'people.catchUp': 'personId',
  'people.checked': 'personId',
  'people.timeline': 'personId',
  'phone.addTry': 'callId',
  'phone.close': 'callId',
  'phone.undo': 'callId',
  'releases.withdraw': 'releaseId',
};

/** The fields that say on which day somebody looks. */
const DAY_FIELDS: Readonly<Record<string, string>> = { 'appointments.days': 'from', 'appointments.calendar': 'from' };

/** These end the caller's session or make everybody wait; the access table has them. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'access.signIn',
  'access.lock',
  'access.changePassphrase',
  'access.resetPassphrase',
  'office.restoreSnapshot',
  // Opens notes, as it should; releases-leak.test.ts looks at what it opens.
  'releases.give',
]);

/**
 * Calls every procedure with every id of the day, as somebody does who wants to see all there is. What would change a row
 * gets a revision that the row never has, so that everything is still there for the next caller.
 */
export async function callEverything(client: DeskClient, day: PlantedDay): Promise<void> {
  for (const procedure of allProcedures) {
    if (LEFT_OUT.has(procedure.name)) continue;
    for (const input of inputsFor(procedure, day)) await outcomeOf(procedure.call(client, input));
  }
}

function inputsFor(procedure: AnyProcedure, planted: PlantedDay): object[] {
  const sample: Record<string, unknown> = { ...procedure.sample() };
  for (const field of Object.keys(sample)) if (/revision$/i.test(field)) sample[field] = 999_999;
  const day = DAY_FIELDS[procedure.name];
  if (day) sample[day] = PLANTED_DAY;
  if ('words' in sample) return [sample, ...planted.canaries.map(({ text }) => ({ ...sample, words: text }))];
  if ('until' in sample) sample['until'] = '2099-12-31';
  const fields = Object.keys(sample).flatMap((field) => {
    const kind = field === 'id' ? KIND_OF_ID[procedure.name] : kindNamed(field, planted);
    return kind ? [{ field, ids: planted.ids[kind] }] : [];
  });
  const inputs = fields.flatMap(({ field, ids }) => ids.map((id) => ({ ...sample, [field]: id })));
  // A person and their contact asked for together, too.
  const together = [0, 1].map((index) => ({
    ...sample,
    ...Object.fromEntries(fields.map(({ field, ids }) => [field, ids[index]])),
  }));
  return [sample, ...inputs, ...(fields.length > 1 ? together : [])];
}

function kindNamed(field: string, { ids }: PlantedDay): IdField | null {
  // Its own keys, and nothing else.
  return Object.hasOwn(ids, field) ? (field as IdField) : null;
}
