import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientLanguage } from '../../../shared/catalogue/catalogue.ts';
import type { CardField } from '../../../shared/profile-cards/card-content.ts';
import { cardBytes, cardText } from '../../../shared/profile-cards/card-text.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { openDatabaseOf } from '../core.ts';
import { listChecked } from '../people/checked-fields.ts';
import { getPerson } from '../people/person-row.ts';
import { deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

const PIN = '471093';
let issuing: TestOffice;
let reading: TestOffice;
let outside: TestOffice;
beforeAll(async () => {
  [issuing, reading, outside] = await Promise.all([createTestOffice(), createTestOffice(), createTestOffice()]);
  await deskOf(issuing, issuing.who.admin).profileCards.makeKey({ requestId: randomUUID() });
  await deskOf(outside, outside.who.admin).profileCards.makeKey({ requestId: randomUUID() });
  await carryKey(issuing, reading);
}, 60_000);
afterAll(() => {
  for (const office of [issuing, reading, outside]) office.close();
});

const cards = (office: TestOffice) => deskOf(office, office.who.city).profileCards;
const keysOf = (office: TestOffice) => deskOf(office, office.who.admin).profileCards;

/** As the two administrators do it, with texts that anybody may see. */
async function carryKey(from: TestOffice, to: TestOffice): Promise<void> {
  const request = await keysOf(to).joinRequest({ requestId: randomUUID() });
  const sealed = await keysOf(from).grantKey({ requestId: randomUUID(), request: `\n${request.text} ` });
  await keysOf(to).acceptKey({ requestId: randomUUID(), sealed: sealed.text });
}

const ALL = [
  'name',
  'ownScriptName',
  'birth',
  'spoken',
  'read',
  'phone',
  'district',
  'householdSize',
  'topics',
] as const;

function somebody(office: TestOffice): string {
  return newPerson(office, {
    ownScriptName: 'أمل حداد',
    bornOn: '1990-01-01',
    read: 'ar',
    phone: '0231 4711',
    district: 'Mengede',
    email: 'amal@example.org',
  });
}

async function issue(personId: string, changes: { fields?: CardField[]; topics?: string[]; pin?: string } = {}) {
  return await cards(issuing).issue({
    requestId: randomUUID(),
    personId,
    revision: getPerson(issuing.db, personId).revision,
    fields: [...ALL],
    topics: ['kita'],
    pin: PIN,
    language: 'ar' satisfies ClientLanguage,
    ...changes,
  });
}

describe('the network’s key', () => {
  it('is the same in both offices afterwards, and neither text tells it', async () => {
    const [[mine], [theirs]] = [(await keysOf(issuing).keys({})).keys, (await keysOf(reading).keys({})).keys];
    expect(theirs).toMatchObject({ id: mine?.id, fingerprint: mine?.fingerprint, current: true });
    const { raw } = openDatabaseOf(issuing.core);
    const secret = Buffer.from(raw.prepare('SELECT secret FROM profile_card_key').pluck().get() as Uint8Array);
    const { text: request } = await keysOf(outside).joinRequest({ requestId: randomUUID() });
    const { text: sealed } = await keysOf(issuing).grantKey({ requestId: randomUUID(), request });
    for (const text of [request, sealed]) {
      for (const encoding of ['hex', 'base64'] as const) expect(text).not.toContain(secret.toString(encoding));
    }
    expect(await keysOf(outside).joinRequest({ requestId: randomUUID() })).toEqual({ text: request });
  });

  it('opens nowhere but where it was sealed for, and not when a letter of it was altered', async () => {
    const { text: request } = await keysOf(outside).joinRequest({ requestId: randomUUID() });
    const { text: sealed } = await keysOf(issuing).grantKey({ requestId: randomUUID(), request });
    const accept = (office: TestOffice, text: string) =>
      faultOf(keysOf(office).acceptKey({ requestId: randomUUID(), sealed: text }));
    expect(await accept(reading, sealed)).toBe('RULE sealed-for-another');
    expect(await accept(outside, sealed.replace(/.{5}$/, 'AAAA='))).toBe('RULE bad-sealed-key');
    expect(await accept(outside, request)).toBe('RULE bad-sealed-key');
    expect((await keysOf(outside).keys({})).keys).toHaveLength(1);
  });

  it('is not shared between practice and real work', async () => {
    const { text } = await keysOf(outside).joinRequest({ requestId: randomUUID() });
    const grant = (request: string) => faultOf(keysOf(issuing).grantKey({ requestId: randomUUID(), request }));
    expect(await grant(text.replace(' real ', ' training '))).toBe('RULE training-mixed');
    expect(await grant('tandem-card-request/1 real x')).toBe('RULE bad-join-request');
  });
});

describe('a card', () => {
  it('opens in another office with the PIN, and says what was chosen with its days', async () => {
    const { text, html } = await issue(somebody(issuing));
    expect(await cards(reading).look({ scanned: text })).toMatchObject({
      issuedOn: '2026-11-23',
      validUntil: '2027-11-23',
    });
    const people = () => openDatabaseOf(reading.core).raw.prepare('SELECT count(*) FROM person').pluck().get();
    const before = people();
    const { content, leftOut } = await cards(reading).open({ scanned: text, pin: PIN });
    expect(people()).toBe(before);
    expect(leftOut).toBe(0);
    // The household was not entered; the e-mail address is not a field of a card.
    expect(content).toEqual({
      officeName: 'lokal willkommen Test',
      values: {
        name: { givenName: 'Amal', familyName: 'Haddad', familyFirst: false },
        ownScriptName: 'أمل حداد',
        birth: { bornOn: '1990-01-01', birthPrecision: 'year' },
        spoken: 'ar',
        read: 'ar',
        phone: '0231 4711',
        district: 'Mengede',
        topics: ['kita'],
      },
      days: Object.fromEntries(
        ['name', 'ownScriptName', 'birth', 'spoken', 'read', 'phone', 'district'].map((f) => [f, '2026-11-23']),
      ),
    });
    for (const secret of ['Amal', 'Haddad', 'أمل', '4711', '1990', PIN]) expect(html).not.toContain(secret);
  });

  it('holds no note of any level, no e-mail address, alias or door note, though everything was chosen', async () => {
    const canary = (what: string) => `Kanari${what}${randomUUID().replaceAll('-', '')}`;
    const planted = { email: canary('email'), alias: canary('alias'), door: canary('door') };
    const personId = newPerson(issuing, { email: planted.email, aliases: [planted.alias] });
    const { contactId } = talk(issuing, issuing.who.city, { personId, doorNote: planted.door });
    const notes = (['V1', 'V2', 'V3'] as const).map((level) => {
      const text = canary(level);
      issuing.write(issuing.who.city, 'consultations.writeNote', (tx) =>
        writeNote(tx, { contactId, level, text }, issuing.who.city),
      );
      return text;
    });
    const { text, html } = await issue(personId);
    const opened = JSON.stringify(await cards(reading).open({ scanned: text, pin: PIN }));
    // It looks where a canary would be: what may be on the card is there.
    expect(opened).toContain('Haddad');
    for (const secret of [...Object.values(planted), ...notes]) {
      expect(opened).not.toContain(secret);
      expect(html).not.toContain(secret);
    }
  });

  it('holds only what was chosen', async () => {
    const { text } = await issue(somebody(issuing), { fields: ['spoken', 'householdSize'] });
    const { content } = await cards(reading).open({ scanned: text, pin: PIN });
    expect(content.values).toEqual({ spoken: 'ar' });
  });

  it('is not written for a pseudonym, with an easy PIN, with nothing on it, or when the person has changed', async () => {
    const personId = somebody(issuing);
    const hidden = newPerson(issuing, {
      level: 'pseudonymous',
      pseudonym: 'Ahorn 27',
      givenName: '',
      familyName: '',
    });
    expect(await faultOf(issue(hidden))).toBe('RULE card-needs-name');
    expect(await faultOf(issue(personId, { pin: '123456' }))).toBe('RULE weak-pin');
    expect(await faultOf(issue(personId, { fields: ['householdSize'] }))).toBe('RULE nothing-on-card');
    expect(await faultOf(issue(personId, { topics: ['residence'] }))).toBe('INVALID_INPUT');
    const stale = { requestId: randomUUID(), personId, revision: 9, topics: [], pin: PIN, language: 'de' as const };
    expect(await faultOf(cards(issuing).issue({ ...stale, fields: ['name'] }))).toBe('CONFLICT');
    expect((await cards(issuing).of({ personId })).cards).toEqual([]);
  });

  it('opens no more where it was replaced or lost, after a year nowhere, and never outside the network', async () => {
    const personId = somebody(issuing);
    const first = await issue(personId);
    const second = await issue(personId);
    const open = (office: TestOffice, scanned: string) => faultOf(cards(office).open({ scanned, pin: PIN }));
    expect(await open(issuing, first.text)).toBe('RULE card-replaced');
    const [{ id, revision } = { id: '', revision: 0 }] = (await cards(issuing).of({ personId })).cards;
    await cards(issuing).markLost({ requestId: randomUUID(), id, revision });
    expect(await open(issuing, second.text)).toBe('RULE card-lost');
    expect((await cards(issuing).of({ personId })).cards.map(({ state }) => state)).toEqual(['lost', 'replaced']);
    // The other office can't know.
    expect(await open(reading, second.text)).toBeNull();
    expect(await open(outside, second.text)).toBe('RULE card-of-other-key');
    reading.clock.moveTo('2027-11-24T09:00:00.000Z');
    expect(await open(reading, second.text)).toBe('RULE card-expired');
    reading.clock.moveTo('2026-11-24T09:00:00.000Z');
  });

  it('is read under an earlier key too, once the network has a new one', async () => {
    const { text } = await issue(somebody(issuing));
    await keysOf(reading).makeKey({ requestId: randomUUID() });
    expect(await faultOf(cards(reading).open({ scanned: text, pin: PIN }))).toBeNull();
    await carryKey(issuing, reading);
  });
});

describe('wrong PINs', () => {
  it('pause the office longer each time and end at ten, told without saying of whom', async () => {
    const { text } = await issue(somebody(issuing));
    const open = (pin: string) => faultOf(cards(reading).open({ scanned: text, pin }));
    for (let wrong = 0; wrong < 10; wrong += 1) {
      expect(await open('999999')).toBe('RULE wrong-pin');
      if (wrong === 3) expect(await open(PIN)).toBe('RULE paused');
      reading.clock.advance(61_000);
    }
    expect(await open(PIN)).toBe('RULE card-locked');
    expect(await faultOf(cards(issuing).open({ scanned: text, pin: PIN }))).toBeNull();
    const told = openDatabaseOf(reading.core)
      .raw.prepare("SELECT entity, id, op FROM journal_entry WHERE entity = 'profile-card-pin' AND op = 'put'")
      .all();
    expect(told).toHaveLength(10);
    expect(told).toEqual(
      told.map(() => ({ entity: 'profile-card-pin', id: expect.stringMatching(/^[0-9a-f]{32}$/), op: 'put' })),
    );
  }, 60_000);
});

describe('whatever is scanned', () => {
  it('is answered with a reason, and changes nothing', async () => {
    const { text } = await issue(somebody(issuing));
    const bytes = cardBytes(text) ?? new Uint8Array();
    const before = openDatabaseOf(reading.core).raw.prepare('SELECT count(*) FROM journal').pluck().get();
    const reasons = new Set<string | null>();
    const look = async (scanned: string) => {
      const fault = await faultOf(cards(reading).look({ scanned }));
      reasons.add(fault);
      expect(fault).toMatch(/^RULE (not-a-card|card-of-other-version|card-of-other-key|card-damaged)$/);
    };
    await fc.assert(fc.asyncProperty(fc.string({ maxLength: 300 }), look), { numRuns: 30 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (noise) => look(cardText(noise))),
      { numRuns: 30 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const altered = Uint8Array.from(bytes);
        altered[at]! ^= change;
        await look(cardText(altered));
        await look(cardText(bytes.subarray(0, at)));
      }),
      { numRuns: 30 },
    );
    expect(reasons.size).toBe(4);
    expect(openDatabaseOf(reading.core).raw.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
  });
});

describe('taking over', () => {
  it('makes a new person with the days of the card', async () => {
    const { content } = await (async () => {
      const { text } = await issue(somebody(issuing));
      return await cards(reading).open({ scanned: text, pin: PIN });
    })();
    const { topics: _topics, ...values } = content.values;
    const days = { ...content.days, phone: '2026-03-01' };
    const { id } = await cards(reading).takeOver({
      requestId: randomUUID(),
      person: null,
      values: { ...values, householdSize: 4 },
      days,
    });
    expect(getPerson(reading.db, id)).toMatchObject({ givenName: 'Amal', phone: '0231 4711', read: 'ar', email: '' });
    const checked = new Map(listChecked(reading.db, id).map(({ field, checkedOn }) => [field, checkedOn]));
    expect(checked.get('phone')).toBe('2026-03-01');
    expect(checked.get('name')).toBe('2026-11-23');
    // Nobody said when the household was asked about.
    expect(checked.has('householdSize')).toBe(false);
  });

  it('stores of somebody who is there the chosen fields alone', async () => {
    const id = newPerson(reading, { phone: '0231 1', district: 'Hörde' });
    const answer = await cards(reading).takeOver({
      requestId: randomUUID(),
      person: { id, revision: 1 },
      values: { phone: '0231 4711' },
      days: { phone: '2026-03-01' },
    });
    expect(answer).toEqual({ id, revision: 2 });
    expect(getPerson(reading.db, id)).toMatchObject({ phone: '0231 4711', district: 'Hörde', familyName: 'Haddad' });
    // The same value found right elsewhere brings its day alone.
    const again = await cards(reading).takeOver({
      requestId: randomUUID(),
      person: { id, revision: 2 },
      values: { phone: '0231 4711' },
      days: { phone: '2026-06-01' },
    });
    expect(again).toEqual({ id, revision: 2 });
    expect(listChecked(reading.db, id).find(({ field }) => field === 'phone')?.checkedOn).toBe('2026-06-01');
    const take = (days: Partial<Record<'phone', string>>, phone = '0231 4711', revision = 2) =>
      cards(reading).takeOver({ requestId: randomUUID(), person: { id, revision }, values: { phone }, days });
    const foundRight = () => listChecked(reading.db, id).find(({ field }) => field === 'phone')?.checkedOn;
    // A card that is older, knows no day, or names one that is still to come takes nothing from what is known here.
    for (const days of [{ phone: '2026-03-01' }, {}, { phone: '9999-12-31' }]) {
      await take(days);
      expect(foundRight()).toBe('2026-06-01');
    }
    // Of another value nobody here has known anything.
    await take({ phone: '2999-01-01' }, '0231 4712');
    expect(foundRight()).toBeUndefined();
    const stale = { person: { id, revision: 1 }, values: { phone: '0231 2' }, days: {} };
    expect(await faultOf(cards(reading).takeOver({ requestId: randomUUID(), ...stale }))).toBe('CONFLICT');
  });
});
