import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection, Session } from '../access/session.ts';
import { signIn } from '../access/sign-in.ts';
import { deskOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { AMAL, newPerson } from '../testing/test-people.ts';
import { release } from '../testing/test-releases.ts';
import { talk } from '../testing/test-talk.ts';

// The client Amal has released the city from its secrecy; everybody else has not. Whatever either employer does to the
// files, the partner opens no V2 note of the city that is not of a talk which the city itself says to be Amal's.
let office: TestOffice;
let amal: string;
let other: string;
beforeEach(async () => {
  office = await createTestOffice();
  amal = newPerson(office);
  other = newPerson(office, { givenName: 'Berat' });
});
afterEach(() => office.close());

const requestId = () => randomUUID();
const city = () => deskOf(office, office.who.city);
const partner = () => deskOf(office, office.who.partner);

/** A talk of the city with a V2 note in it; with nobody, unless a person is named. */
async function talkOfCity(personId: string | null, topics: string[] = ['kita']): Promise<string> {
  const { contactId } = talk(office, office.who.city, { personId, topics });
  await city().consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text: `Stadt ${personId}` });
  return contactId;
}

async function move(desk: ReturnType<typeof deskOf>, contactId: string, personId: string | null): Promise<void> {
  const { revision } = await desk.consultations.get({ contactId });
  await desk.levels.move({ requestId: requestId(), contactId, revision, personId });
}

async function setTopics(desk: ReturnType<typeof deskOf>, contactId: string, topics: string[]): Promise<void> {
  const { revision } = await desk.consultations.get({ contactId });
  const given = topics.map((topic) => ({ topic, result: null }));
  await desk.consultations.change({ requestId: requestId(), contactId, revision, topics: given });
}

/** Somebody of the city signs in, which sets the released keys right. */
async function cityComes(): Promise<void> {
  const connection: Connection = { kind: 'desk', session: null };
  office.core.connections.add(connection);
  await signIn(office.core, connection, {
    name: 'cityColleague',
    passphrase: testPassphrase('cityColleague'),
    desk: 6,
  });
}

/** How many notes of the talk the partner is given, by every way to them. */
async function openToPartner(contactId: string): Promise<number> {
  await cityComes();
  const { notes } = await partner().consultations.get({ contactId });
  for (;;) {
    const { hits, reach } = await partner().search.notes({ words: 'Stadt' });
    if (reach !== 'all') {
      await new Promise((resolve) => setImmediate(resolve));
      continue;
    }
    expect(hits.filter((hit) => hit.contactId === contactId)).toHaveLength(notes.length);
    return notes.length;
  }
}

async function held(who: Session): Promise<string[]> {
  const { held: talks } = await deskOf(office, who).releases.list({ personId: amal });
  return talks.map((one) => one.contactId);
}

async function confirm(who: Session, contactIds: string[]): Promise<void> {
  await deskOf(office, who).releases.confirm({ requestId: requestId(), personId: amal, contactIds });
}

describe('an anonymous matter', () => {
  it('is opened by no release, whoever has given one', async () => {
    const contactId = await talkOfCity(null);
    await release(office, office.who.city, amal);
    await release(office, office.who.city, other);
    expect(await openToPartner(contactId)).toBe(0);
    const matter = await city().levels.add({
      requestId: requestId(),
      contactId: await talkOfCity(amal),
      personId: null,
      topics: [{ topic: 'health-access', result: 'solved' }],
      minutes: 5,
      note: { level: 'V2', text: 'Stadt: anonym' },
    });
    expect(await openToPartner(matter.id)).toBe(0);
  });

  it('comes under the release once its own employer puts it to the person, and leaves it again', async () => {
    const contactId = await talkOfCity(null);
    await release(office, office.who.city, amal);
    await move(city(), contactId, amal);
    expect(await openToPartner(contactId)).toBe(1);
    await move(partner(), contactId, null);
    expect(await openToPartner(contactId)).toBe(0);
  });

  it('is not opened by the other employer putting it to somebody with a release', async () => {
    const contactId = await talkOfCity(null);
    await release(office, office.who.city, amal);
    await move(partner(), contactId, amal);
    expect(await openToPartner(contactId)).toBe(0);
    expect(await held(office.who.city)).toEqual([contactId]);
    // The other employer is not told that there is something.
    expect(await held(office.who.partner)).toEqual([]);
    await confirm(office.who.partner, [contactId]);
    expect(await openToPartner(contactId)).toBe(0);
    await confirm(office.who.cityColleague, [contactId]);
    expect(await held(office.who.city)).toEqual([]);
    expect(await openToPartner(contactId)).toBe(1);
  });
});

describe("somebody else's talk", () => {
  it('is not opened by the other employer putting it to somebody with a release, on any day', async () => {
    const contactId = await talkOfCity(other);
    await release(office, office.who.city, amal);
    await move(partner(), contactId, amal);
    expect(await openToPartner(contactId)).toBe(0);
    await move(partner(), contactId, other);
    const { revision } = await partner().consultations.get({ contactId });
    await partner().consultations.change({ requestId: requestId(), contactId, revision, personId: amal });
    expect(await openToPartner(contactId)).toBe(0);
  });

  it('nor by what its author writes in it, not seeing that it was moved', async () => {
    const contactId = await talkOfCity(other);
    await release(office, office.who.city, amal);
    await move(partner(), contactId, amal);
    await city().consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text: 'Stadt, danach' });
    const { notes } = await partner().consultations.get({ contactId });
    expect(notes.map(({ text }) => text)).toEqual(['Stadt, danach']);
    expect(await held(office.who.city)).toEqual([contactId]);
  });

  it('nor by a release that is given when the other employer has put it there', async () => {
    const contactId = await talkOfCity(other);
    await move(partner(), contactId, amal);
    await release(office, office.who.city, amal);
    expect(await openToPartner(contactId)).toBe(0);
    expect(await held(office.who.city)).toEqual([contactId]);
  });

  it('nor by correcting at the door who came', async () => {
    const { contactId, ticketId } = talk(office, office.who.city, { personId: other });
    await city().consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text: 'Stadt' });
    await release(office, office.who.city, amal);
    const { tickets } = await partner().queue.today({});
    const { revision } = tickets.find(({ id }) => id === ticketId) ?? { revision: 0 };
    await partner().queue.change({
      requestId: requestId(),
      ticketId,
      revision,
      spoken: 'ar',
      understood: null,
      read: null,
      topics: ['kita'],
      personId: amal,
      adults: 0,
      children: 0,
      doorNote: '',
      priorityReason: null,
    });
    expect((await partner().consultations.get({ contactId })).person?.id).toBe(amal);
    expect(await openToPartner(contactId)).toBe(0);
  });

  it.each(['city', 'partner'] as const)('nor by a merge of the two records by the %s, there and back', async (who) => {
    const theirs = await talkOfCity(other);
    const hers = await talkOfCity(amal);
    await release(office, office.who.city, amal);
    const desk = deskOf(office, office.who[who]);
    const revisionOf = async (id: string) => (await desk.people.get({ id })).revision;
    await desk.duplicates.merge({
      requestId: requestId(),
      keptId: amal,
      keptRevision: await revisionOf(amal),
      mergedId: other,
      mergedRevision: await revisionOf(other),
      person: AMAL,
    });
    expect([await openToPartner(theirs), await openToPartner(hers)]).toEqual([0, 1]);
    expect(await held(office.who.city)).toEqual([theirs]);
    await desk.duplicates.undo({ requestId: requestId(), mergedId: other });
    expect([await openToPartner(theirs), await openToPartner(hers)]).toEqual([0, 1]);
    expect(await held(office.who.city)).toEqual([]);
  });
});

describe('a release for some matters', () => {
  it('is not widened by the other employer taking out what the talk was also about', async () => {
    const contactId = await talkOfCity(amal, ['kita', 'debt-advice']);
    await release(office, office.who.city, amal, { scope: 'topics', topics: ['kita'] });
    await setTopics(partner(), contactId, ['kita']);
    expect(await openToPartner(contactId)).toBe(0);
    expect(await held(office.who.city)).toEqual([contactId]);
    await setTopics(city(), contactId, ['kita']);
    expect(await openToPartner(contactId)).toBe(1);
    await setTopics(partner(), contactId, ['kita', 'school']);
    expect(await openToPartner(contactId)).toBe(0);
  });

  it('nor by giving a topic to a talk that had none', async () => {
    const contactId = await talkOfCity(amal, []);
    await release(office, office.who.city, amal, { scope: 'topics', topics: ['kita'] });
    await setTopics(partner(), contactId, ['kita']);
    expect(await openToPartner(contactId)).toBe(0);
  });

  it('stays as it is while the other employer says how the matter ended', async () => {
    const contactId = await talkOfCity(amal);
    await release(office, office.who.city, amal, { scope: 'topics', topics: ['kita'] });
    const { revision } = await partner().consultations.get({ contactId });
    const topics = [{ topic: 'kita', result: 'informed' }];
    await partner().consultations.change({ requestId: requestId(), contactId, revision, topics });
    expect(await openToPartner(contactId)).toBe(1);
  });
});

it('tells of no held talk by a note that the reader may not open, nor without a release', async () => {
  const { contactId } = talk(office, office.who.city, { personId: null });
  await city().consultations.writeNote({ requestId: requestId(), contactId, level: 'V3', text: 'Anvertraut' });
  const withoutRelease = await talkOfCity(null);
  for (const id of [contactId, withoutRelease]) await move(partner(), id, amal);
  expect(await held(office.who.cityColleague)).toEqual([]);
  await release(office, office.who.city, amal);
  expect(await held(office.who.cityColleague)).toEqual([withoutRelease]);
  // To confirm what is not there changes nothing and says nothing.
  await confirm(office.who.cityColleague, [contactId, randomUUID()]);
  expect(await openToPartner(contactId)).toBe(0);
});
