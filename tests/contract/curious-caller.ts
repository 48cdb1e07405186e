import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import type { PlantedDay } from './canaries.ts';
import { type AnyProcedure, allProcedures, outcomeOf } from './procedures.ts';

/** Which of the day's ids a procedure's `id` field takes. */
const KIND_OF_ID: Readonly<Record<string, keyof PlantedDay['ids']>> = {
  'consultations.changeStep': 'stepId',
  'consultations.removeStep': 'stepId',
  'consultations.changeNote': 'noteId',
  'consultations.noteVersions': 'noteId',
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
  'people.timeline': 'personId',
};

/** These end the caller's session or make everybody wait; the access table has them. */
const LEFT_OUT: ReadonlySet<string> = new Set([
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

function inputsFor(procedure: AnyProcedure, day: PlantedDay): object[] {
  const sample: Record<string, unknown> = { ...procedure.sample() };
  if ('revision' in sample) sample['revision'] = 999_999;
  if ('words' in sample) return [sample, ...day.canaries.map(({ text }) => ({ ...sample, words: text }))];
  if ('until' in sample) sample['until'] = '2099-12-31';
  const fields = Object.keys(sample).flatMap((field) => {
    const kind = field === 'id' ? KIND_OF_ID[procedure.name] : kindNamed(field, day);
    return kind ? [{ field, ids: day.ids[kind] }] : [];
  });
  const inputs = fields.flatMap(({ field, ids }) => ids.map((id) => ({ ...sample, [field]: id })));
  // A person and their contact asked for together, too.
  const together = [0, 1].map((index) => ({
    ...sample,
    ...Object.fromEntries(fields.map(({ field, ids }) => [field, ids[index]])),
  }));
  return [sample, ...inputs, ...(fields.length > 1 ? together : [])];
}

function kindNamed(field: string, day: PlantedDay): keyof PlantedDay['ids'] | null {
  return Object.hasOwn(day.ids, field) ? (field as keyof PlantedDay['ids']) : null;
}
