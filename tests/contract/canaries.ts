import { randomBytes, randomUUID } from 'node:crypto';
import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { SMALL_STAFF, type SmallStaff } from '../hosts/small-office.ts';

/** A text that is nowhere else, and who may see it in a reply. */
export interface Canary {
  what: string;
  text: string;
  readers: ReadonlySet<SmallStaff>;
}

/** Everything that was planted, and the ids that a curious caller may have got hold of. */
export interface PlantedDay {
  canaries: readonly Canary[];
  /** By the name of the input field that takes them. */
  ids: Readonly<
    Record<
      | 'contactId'
      | 'ticketId'
      | 'personId'
      | 'landlordId'
      | 'noteId'
      | 'letterId'
      | 'referralId'
      | 'stepId'
      | 'partnerId',
      readonly string[]
    >
  >;
}

const EVERYBODY = Object.keys(SMALL_STAFF) as SmallStaff[];
const COUNSELLORS = EVERYBODY.filter((who) => SMALL_STAFF[who].roles.some((role) => role !== 'administrator'));
const counsellorsOf = (employer: 'city' | 'partner') =>
  COUNSELLORS.filter((who) => SMALL_STAFF[who].employer === employer);

/**
 * Lets a counsellor of each employer work as on any day, with a canary in each text that somebody may not see. The two
 * authors stay signed in.
 */
export async function plantCanaries(authors: Record<'city' | 'partner', DeskConnection>): Promise<PlantedDay> {
  const canaries: Canary[] = [];
  const plant = (what: string, readers: readonly SmallStaff[]): string => {
    // Letters and digits only, so that no encoding of text changes it; a capital first, as names have.
    const text = `Kanari${randomBytes(9).toString('hex')}`;
    canaries.push({ what, text, readers: new Set(readers) });
    return text;
  };
  const ids = {
    contactId: [] as string[],
    ticketId: [] as string[],
    personId: [] as string[],
    landlordId: [] as string[],
    noteId: [] as string[],
    letterId: [] as string[],
    referralId: [] as string[],
    stepId: [] as string[],
    partnerId: [] as string[],
  };

  await authors.city.client.catalogues.add({
    requestId: randomUUID(),
    entry: { kind: 'topic', parent: 'kita', words: { de: plant('label of an own topic', EVERYBODY) } },
  });
  for (const employer of ['city', 'partner'] as const) {
    const { client } = authors[employer];
    const only = (text: string) => `${employer}: ${text}`;
    const fields = {
      givenName: plant(only('given name'), COUNSELLORS),
      familyName: plant(only('family name, since changed'), COUNSELLORS),
      documentName: plant(only('name as in the document'), COUNSELLORS),
      spokenName: plant(only('name as it is said'), COUNSELLORS),
      aliases: [plant(only('alias'), COUNSELLORS)],
      ownScriptName: plant(only('name in own script'), COUNSELLORS),
      bornOn: '1990-01-01',
      birthPrecision: 'year' as const,
      gender: 'w' as const,
      roles: [],
      spoken: 'ar',
      understood: null,
      read: null,
      district: null,
      phone: plant(only('phone'), COUNSELLORS),
      email: plant(only('email'), COUNSELLORS),
    };
    const person = await client.people.create({ requestId: randomUUID(), person: fields });
    await client.people.change({
      requestId: randomUUID(),
      ...person,
      person: { ...fields, familyName: plant(only('family name'), COUNSELLORS) },
      nameChange: { reason: 'marriage', untilOn: '2026-05-02' },
    });
    ids.personId.push(person.id);
    const relative = await client.people.create({
      requestId: randomUUID(),
      person: { ...UNKNOWN_PERSON, givenName: plant(only('name of a relative'), COUNSELLORS) },
    });
    await client.households.add({
      requestId: randomUUID(),
      personId: person.id,
      otherId: relative.id,
      kind: 'sibling',
      livesHere: true,
      fromOn: null,
    });
    const landlord = await client.people.create({
      requestId: randomUUID(),
      person: {
        ...UNKNOWN_PERSON,
        level: 'pseudonymous',
        pseudonym: plant(only('pseudonym'), COUNSELLORS),
        roles: ['landlord'],
      },
    });
    ids.landlordId.push(landlord.id);
    await client.flats.add({
      requestId: randomUUID(),
      landlordId: landlord.id,
      flat: {
        district: 'Mengede',
        rooms: 2,
        sizeSqm: 60,
        rentCents: 0,
        depositCents: 0,
        viewing: plant(only('viewing of a flat'), COUNSELLORS),
        freeFrom: null,
        state: 'offered',
      },
    });
    const partner = await client.partners.create({
      requestId: randomUUID(),
      partner: {
        name: `Stelle ${employer}`,
        kind: 'other',
        authority: false,
        contactName: '',
        street: '',
        postalCodeAndTown: '',
        phone: '',
        email: '',
        topics: [],
      },
    });
    ids.partnerId.push(partner.id);
    await client.interpreters.add({
      requestId: randomUUID(),
      kind: 'telephone',
      name: plant(only('name of an interpreter'), COUNSELLORS),
      phone: plant(only('phone of an interpreter'), COUNSELLORS),
      gender: null,
      languages: ['ar'],
      topicsNotTaken: [],
      hours: [],
      remark: plant(only('remark on an interpreter'), COUNSELLORS),
    });
    const ticket = await client.queue.checkIn({
      requestId: randomUUID(),
      spoken: 'ar',
      topics: ['kita'],
      personId: person.id,
      doorNote: plant(only('note at the door'), COUNSELLORS),
    });
    ids.ticketId.push(ticket.ticketId);
    const { contactId } = await client.queue.start({
      requestId: randomUUID(),
      ticketId: ticket.ticketId,
      revision: ticket.revision,
    });
    ids.contactId.push(contactId);

    const author: SmallStaff = employer;
    const matter = await client.levels.add({
      requestId: randomUUID(),
      contactId,
      personId: null,
      topics: [{ topic: 'health-access', result: 'solved' }],
      minutes: 5,
      note: { level: 'V3', text: plant(only('V3 note on an anonymous matter'), [author]) },
    });
    ids.contactId.push(matter.id);
    const write = async (level: 'V1' | 'V2' | 'V3', text: string) => {
      const note = await client.consultations.writeNote({ requestId: randomUUID(), contactId, level, text });
      ids.noteId.push(note.id);
      return note;
    };
    await write('V1', plant(only('V1 note'), COUNSELLORS));
    await write('V2', plant(only('V2 note'), counsellorsOf(employer)));
    await write('V3', plant(only('V3 note'), [author]));
    const raised = await write('V1', plant(only('V1 note, since raised to V3'), [author]));
    await client.consultations.changeNote({
      requestId: randomUUID(),
      ...raised,
      level: 'V3',
      text: plant(only('raised note'), [author]),
    });
    await client.consultations.saveDraft({
      requestId: randomUUID(),
      contactId,
      level: 'V2',
      text: plant(only('draft'), [author]),
    });
    const step = await client.consultations.addStep({
      requestId: randomUUID(),
      contactId,
      owner: 'us',
      what: plant(only('step'), COUNSELLORS),
      topic: null,
      dueOn: null,
    });
    ids.stepId.push(step.id);
    await client.phone.add({
      requestId: randomUUID(),
      contactId,
      phone: plant(only('number of a promised call'), COUNSELLORS),
      language: 'ar',
      reachable: [],
      reason: plant(only('reason of a promised call'), COUNSELLORS),
      dueOn: '2026-11-30',
    });
    const letter = await client.letters.write({
      requestId: randomUUID(),
      letter: {
        contactId,
        personId: person.id,
        partnerId: partner.id,
        templateId: (await client.letters.templates({})).templates[0]?.id ?? '',
        topic: null,
        include: { birth: true, phone: true, email: true, district: false },
        concern: plant(only('concern in a letter'), COUNSELLORS),
        done: '',
        request: plant(only('request in a letter'), COUNSELLORS),
        replyBy: null,
        enclosures: [],
        consentOn: null,
        companionLanguage: null,
      },
    });
    ids.letterId.push(letter.id);
    const { referral } = await client.letters.get({ id: letter.id });
    if (referral) ids.referralId.push(referral.id);
  }
  return { canaries, ids };
}
