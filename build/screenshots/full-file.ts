import { randomUUID } from 'node:crypto';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { addDays, type LocalDate } from '../../shared/kernel/instants.ts';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { holderOf, sampleLetter, type TrainingHost } from './training-host.ts';

/** Whom the walk over files meets. */
export interface FullFile {
  /** Somebody with as much as a file can hold: long names in two scripts, everything that can be said about them. */
  personId: string;
  personName: string;
  /** A talk of theirs in which something was agreed. */
  contactId: string;
  /** The interpreter who has not pledged secrecy yet. */
  interpreterName: string;
  /** A word of the notes. */
  word: string;
}

const GIVEN = 'Abd al-Rahman Muhammad';
const FAMILY = 'Al-Hashimi al-Baghdadi';
const INTERPRETER = 'شیرین کریمی (Shirin Karimi-Holzapfel)';
const WORD = 'Kündigung';

type Created = { id: string; revision: number };
const requestId = () => randomUUID();

/** Writes the file through the contract, as both employers and an administrator do. Today is the training office's. */
export async function writeFullFile(training: TrainingHost): Promise<FullFile> {
  const lead = holderOf(training, 'templates.write');
  const other = training.staff.find(({ name, rights }) => name !== lead && rights.has('consultations.write'));
  if (!other) throw new Error('The training office has a counsellor of each employer');
  const own = await training.signIn(lead);
  const theirs = await training.signIn(other.name);
  const administrator = await training.signIn(holderOf(training, 'office.configure'));
  const { revision } = await administrator.client.programme.counting({});
  await administrator.client.programme.setCounting({ requestId: requestId(), revision, on: true });
  const { today } = await own.client.appointments.days({ from: '2026-01-01', days: 1 });
  const person = await writePeople(own.client, today);
  const contactId = await writeTalks(own.client, theirs.client, person.id, today);
  await writeReleases(own.client, theirs.client, person.id, today);
  await own.client.interpreters.add({
    requestId: requestId(),
    kind: 'volunteer',
    name: INTERPRETER,
    phone: '٠٢٣١ ٤٧١٠-٩٩',
    gender: 'w',
    languages: ['fa', 'ckb', 'kmr', 'ar'],
    topicsNotTaken: [],
    hours: [],
    remark: 'ruft vormittags zurück; sonst Nachricht auf فارسی',
  });
  await own.client.noteWork.writeTemplate({
    requestId: requestId(),
    template: null,
    name: 'Wohnung und Kündigung',
    headings: ['Wer hat gekündigt, wann?', 'Frist', 'Was schon versucht wurde'],
  });
  for (const { close } of [own, theirs, administrator]) await close();
  const personName = `${GIVEN} ${FAMILY}`;
  return { personId: person.id, personName, contactId, interpreterName: INTERPRETER, word: WORD };
}

const create = (client: DeskClient, person: Partial<PersonFields>): Promise<Created> =>
  client.people.create({ requestId: requestId(), person: { ...UNKNOWN_PERSON, ...person } });

async function writePeople(client: DeskClient, today: LocalDate): Promise<Created> {
  const fields = {
    ...UNKNOWN_PERSON,
    givenName: GIVEN,
    familyName: FAMILY,
    documentName: 'ABD AL RAHMAN MUHAMMAD AL HASHIMI AL BAGHDADI',
    ownScriptName: 'عبد الرحمن محمد عبد الله الهاشمي البغدادي',
    spokenName: 'Ab-dur-rach-MAAN',
    aliases: ['Abu Yusuf (أبو يوسف)'],
    bornOn: '1979-01-01',
    birthPrecision: 'year' as const,
    gender: 'm' as const,
    spoken: 'ar',
    read: 'ar',
    district: 'Mengede',
    phone: '+49 (0)231 ٥٠١١١-٢٢',
    email: 'abd.al-rahman.al-hashimi@example.org',
    roles: ['refugee-own-flat' as const],
  };
  const person = await create(client, { ...fields, familyName: 'Al-Hashimi' });
  await client.people.change({
    requestId: requestId(),
    ...person,
    person: fields,
    nameChange: { reason: 'alignment', untilOn: addDays(today, -200) },
  });
  // The same man once more: taken for somebody else at first, then put right as a colleague has heard him.
  const again = await create(client, { givenName: 'Rahmi', familyName: 'Nachbar' });
  await client.people.change({
    requestId: requestId(),
    ...again,
    person: {
      ...UNKNOWN_PERSON,
      givenName: 'Abdulrahman Mohamed',
      familyName: 'Alhashimi Albaghdadi',
      bornOn: '1979-01-01',
      birthPrecision: 'year',
      phone: '0231 5011122',
    },
  });
  const wife = await create(client, {
    givenName: 'زينب',
    familyName: 'الهاشمي',
    ownScriptName: 'زينب الهاشمي',
    phone: '0231 5011122',
    spoken: 'ar',
  });
  const home = { requestId: requestId(), personId: person.id, livesHere: true };
  await client.households.add({ ...home, otherId: wife.id, kind: 'partner', fromOn: addDays(today, -900) });
  const household = (await client.households.of({ personId: person.id })).household;
  await client.households.change({
    requestId: requestId(),
    personId: person.id,
    revision: household?.revision ?? null,
    size: 5,
    seeksFlat: true,
    wishDistricts: ['Mengede'],
  });
  await client.programme.set({
    requestId: requestId(),
    personId: person.id,
    group: 'international-protection',
    sinceOn: addDays(today, -500),
  });
  await writeFlat(client);
  return person;
}

async function writeFlat(client: DeskClient): Promise<void> {
  const landlord = await create(client, {
    givenName: 'Friedrich-Wilhelm',
    familyName: 'Oberschelp-Niedermüller',
    roles: ['landlord'],
  });
  await client.flats.add({
    requestId: requestId(),
    landlordId: landlord.id,
    flat: {
      district: 'Mengede',
      rooms: 4.5,
      sizeSqm: 118,
      rentCents: 1_240_00,
      depositCents: 2_480_00,
      viewing: 'samstags 10 bis 12 Uhr nach Anruf bei der Hausverwaltung Oberschelp-Niedermüller',
      freeFrom: null,
      state: 'offered',
    },
  });
}

async function writeTalks(own: DeskClient, theirs: DeskClient, personId: string, today: LocalDate): Promise<string> {
  const first = await talk(own, personId, ['housing', 'job-search']);
  const note = await own.consultations.writeNote({
    requestId: requestId(),
    contactId: first,
    level: 'V2',
    text: `Die ${WORD} liegt vor, Frist in zwei Wochen. Er sagt: «لا أريد أن أترك البيت قبل ٣١ ديسمبر» (nicht vor dem 31. Dezember).`,
  });
  await own.consultations.changeNote({
    requestId: requestId(),
    ...note,
    level: 'V2',
    text: `Die ${WORD} liegt vor, Frist am Monatsende. Er sagt: «لا أريد أن أترك البيت قبل ٣١ ديسمبر ٢٠٢٦» (nicht vor dem 31. Dezember). Mietverein eingeschaltet.`,
  });
  await own.consultations.writeNote({
    requestId: requestId(),
    contactId: first,
    level: 'V3',
    text: 'Möchte nicht, dass die Familie von der Sorge um die Arbeit erfährt.',
  });
  const agreed = { contactId: first, topic: null };
  await own.consultations.addStep({
    ...agreed,
    requestId: requestId(),
    owner: 'us',
    what: 'Beim Mietverein einen Termin vor der Frist erreichen',
    dueOn: addDays(today, -3),
  });
  await own.consultations.addStep({
    ...agreed,
    requestId: requestId(),
    owner: 'client',
    what: null,
    phrase: { id: 'bring', papers: ['rentalContract', 'notice'], place: null, partnerId: null, topic: null },
    dueOn: today,
  });
  await own.phone.add({
    requestId: requestId(),
    contactId: first,
    phone: '',
    language: 'ar',
    reachable: ['morning', 'evening'],
    reason: 'Hat der Mietverein geantwortet? Die Frist läuft.',
    dueOn: today,
  });
  const { partners } = await own.partners.list({});
  const letter = sampleLetter(personId, partners[0]?.id ?? '', 'ar');
  await own.letters.write({ requestId: requestId(), letter: { ...letter, contactId: first, replyBy: today } });
  const second = await talk(theirs, personId, ['kita']);
  await theirs.consultations.writeNote({
    requestId: requestId(),
    contactId: second,
    level: 'V1',
    text: `Kita-Gutschein beantragt; wegen der ${WORD} eilt es.`,
  });
  return first;
}

/** A finished talk. */
async function talk(client: DeskClient, personId: string | null, topics: string[]): Promise<string> {
  const ticket = await client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics, personId });
  const begun = await client.queue.start({
    requestId: requestId(),
    ticketId: ticket.ticketId,
    revision: ticket.revision,
  });
  const { contactId } = begun;
  const { revision } = await client.consultations.get({ contactId });
  await client.consultations.change({
    requestId: requestId(),
    contactId,
    revision,
    topics: topics.map((topic) => ({ topic, result: 'informed' })),
  });
  await client.consultations.finish({ requestId: requestId(), ticketId: begun.ticketId, revision: begun.revision });
  return contactId;
}

async function writeReleases(own: DeskClient, theirs: DeskClient, personId: string, today: LocalDate): Promise<void> {
  const terms = {
    personId,
    purposes: ['joint-advice' as const, 'handover' as const],
    scope: 'case' as const,
    topics: [],
    givenOn: today,
    validUntil: addDays(today, 300),
    bothWays: true,
    language: 'ar',
    interpreterName: 'زينب الهاشمي',
    manner: 'paper' as const,
  };
  const withdrawn = await own.releases.give({ ...terms, requestId: requestId(), interpreterName: '' });
  await own.releases.withdraw({ requestId: requestId(), ...withdrawn });
  await own.releases.give({ ...terms, requestId: requestId() });
  // The other employer reads what it opens, and puts a talk to this person whose notes stay closed for that.
  await theirs.people.timeline({ id: personId });
  const nobody = await talk(own, null, ['health-access']);
  const text = 'War mit dem Sohn da.';
  await own.consultations.writeNote({ requestId: requestId(), contactId: nobody, level: 'V2', text });
  const { revision } = await theirs.consultations.get({ contactId: nobody });
  await theirs.levels.move({ requestId: requestId(), contactId: nobody, revision, personId });
}
