import { randomUUID } from 'node:crypto';
import type { Planting } from './canary.ts';

/** A day near enough for the palette. */
export const PLANTED_DAY = '2026-11-30';

/** What belongs to the office and to no talk: partners, interpreters, appointments, templates. */
export async function plantOffice(nest: Planting, personId: string): Promise<{ partnerId: string }> {
  const partnerId = await plantPartner(nest);
  await plantInterpreter(nest);
  await plantAppointments(nest, personId);
  // The city's author is a lead; only leads write these.
  if (nest.employer === 'city') await plantLeadsTexts(nest);
  return { partnerId };
}

async function plantPartner({ client, plant, employer, found }: Planting): Promise<string> {
  const { id } = await client.partners.create({
    requestId: randomUUID(),
    partner: {
      name: `Stelle ${employer}`,
      kind: 'other',
      authority: false,
      contactName: plant('whom to ask for at a partner', 'everybody'),
      street: '',
      postalCodeAndTown: '',
      phone: plant('phone of a partner', 'everybody'),
      email: plant('email of a partner', 'everybody'),
      topics: [],
    },
  });
  found('partnerId', id);
  return id;
}

async function plantInterpreter({ client, plant, found }: Planting): Promise<void> {
  const { id } = await client.interpreters.add({
    requestId: randomUUID(),
    kind: 'telephone',
    name: plant('name of an interpreter', 'counsellors'),
    phone: plant('phone of an interpreter', 'counsellors'),
    gender: null,
    languages: ['ar'],
    topicsNotTaken: [],
    hours: [],
    remark: plant('remark on an interpreter', 'counsellors'),
  });
  found('interpreterId', id);
}

/** A talk, and time that is kept free: of that, others learn that it is taken and nothing else. */
async function plantAppointments({ client, plant, found, employer }: Planting, personId: string): Promise<void> {
  const { staffId } = await client.access.whoAmI({});
  const time = {
    day: PLANTED_DAY,
    from: employer === 'city' ? '09:00' : '10:00',
    minutes: 30,
    place: 'phone' as const,
    outpostId: null,
    travelMinutes: 0,
    staffIds: [staffId],
    interpreterId: null,
    unnamed: 0,
    partnerId: null,
    requestedOn: null,
    despiteWarnings: true,
  };
  const talk = await client.appointments.book({
    requestId: randomUUID(),
    ...time,
    kind: 'talk',
    language: 'ar',
    topics: ['kita'],
    personIds: [personId],
    seats: 1,
    reach: plant('how to reach somebody before an appointment', 'counsellors'),
    note: plant('note on an appointment', 'counsellors'),
  });
  const kept = await client.appointments.book({
    requestId: randomUUID(),
    ...time,
    kind: 'blocked',
    from: employer === 'city' ? '13:00' : '14:00',
    language: null,
    topics: [],
    personIds: [],
    seats: 1,
    reach: '',
    note: plant('note on time that is kept free', 'author'),
  });
  for (const { appointmentId } of [talk, kept]) found('appointmentId', appointmentId);
}

async function plantLeadsTexts({ client, plant }: Planting): Promise<void> {
  await client.catalogues.add({
    requestId: randomUUID(),
    entry: { kind: 'topic', parent: 'kita', words: { de: plant('label of an own topic', 'everybody') } },
  });
  await client.noteWork.writeTemplate({
    requestId: randomUUID(),
    template: null,
    name: plant('name of a note template', 'counsellors'),
    headings: [plant('heading of a note template', 'counsellors')],
  });
  await client.appointments.addClosure({
    requestId: randomUUID(),
    staffId: null,
    from: '2026-12-24',
    to: '2026-12-24',
    reason: plant('why the office is closed', 'counsellors'),
  });
}
