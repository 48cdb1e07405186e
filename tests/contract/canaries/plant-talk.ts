import { randomUUID } from 'node:crypto';
import type { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import type { Planting } from './canary.ts';

/** A talk with a person, with all that is written in it. Returns its contact. */
export async function plantTalk(nest: Planting, personId: string): Promise<string> {
  const { client, plant, found } = nest;
  const ticket = await client.queue.checkIn({
    requestId: randomUUID(),
    spoken: 'ar',
    topics: ['kita'],
    personId,
    doorNote: plant('note at the door', 'counsellors'),
  });
  found('ticketId', ticket.ticketId);
  const { contactId } = await client.queue.start({
    requestId: randomUUID(),
    ticketId: ticket.ticketId,
    revision: ticket.revision,
  });
  found('contactId', contactId);
  const matter = await client.levels.add({
    requestId: randomUUID(),
    contactId,
    personId: null,
    topics: [{ topic: 'health-access', result: 'solved' }],
    minutes: 5,
    note: { level: 'V3', text: plant('V3 note on an anonymous matter', 'author') },
  });
  found('contactId', matter.id);
  await plantNotes(nest, contactId);
  await plantPromises(nest, contactId);
  return contactId;
}

async function plantNotes({ client, plant, gone, found }: Planting, contactId: string): Promise<void> {
  const write = async (level: NoteLevel, text: string) => {
    const note = await client.consultations.writeNote({ requestId: randomUUID(), contactId, level, text });
    found('noteId', note.id);
    return note;
  };
  await write('V1', plant('V1 note', 'counsellors'));
  await write('V2', plant('V2 note', 'employer'));
  await write('V3', plant('V3 note', 'author'));
  const raised = await write('V1', plant('V1 note, since raised to V3', 'author'));
  await client.consultations.changeNote({
    requestId: randomUUID(),
    ...raised,
    level: 'V3',
    text: plant('raised note', 'author'),
  });
  // Written over by the next one: nothing of it stays.
  for (const text of [gone('draft, since written over'), plant('draft', 'author')])
    await client.consultations.saveDraft({ requestId: randomUUID(), contactId, level: 'V2', text });
  await client.noteWork.owe({ requestId: randomUUID(), contactId });
}

async function plantPromises({ client, plant, found }: Planting, contactId: string): Promise<void> {
  const planned = { owner: 'us' as const, dueOn: null };
  const step = await client.consultations.addStep({
    requestId: randomUUID(),
    contactId,
    ...planned,
    what: plant('step', 'counsellors'),
    topic: null,
  });
  found('stepId', step.id);
  const due = await client.consultations.addStep({
    requestId: randomUUID(),
    contactId,
    owner: 'client',
    what: plant('step that is due', 'counsellors'),
    topic: 'kita',
    dueOn: '2026-11-24',
  });
  found('stepId', due.id);
  const call = await client.phone.add({
    requestId: randomUUID(),
    contactId,
    phone: plant('number of a promised call', 'counsellors'),
    language: 'ar',
    reachable: [],
    reason: plant('reason of a promised call', 'counsellors'),
    dueOn: '2026-11-30',
  });
  found('callId', call.id);
  const { revision } = await client.consultations.get({ contactId });
  await client.consultations.change({
    requestId: randomUUID(),
    contactId,
    revision,
    obstacles: [{ obstacle: 'language', state: 'solved' }],
  });
}
