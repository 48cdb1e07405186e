import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import type { Session } from '../../access/session.ts';
import { openDatabaseOf } from '../../core.ts';
import { deskOf } from '../../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { newPerson } from '../../testing/test-people.ts';
import { talk } from '../../testing/test-talk.ts';

let office: TestOffice;
let contactId: string;
let personId: string;
beforeEach(async () => {
  office = await createTestOffice();
  personId = newPerson(office);
  contactId = talk(office, office.who.city, { personId }).contactId;
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();

async function write(who: Session, ...versions: readonly { level: NoteLevel; text: string }[]): Promise<string> {
  const { consultations } = deskOf(office, who);
  const [first, ...later] = versions;
  if (!first) throw new Error('A note has a version');
  let { id, revision } = await consultations.writeNote({ requestId: requestId(), contactId, ...first });
  for (const version of later)
    ({ revision } = await consultations.changeNote({ requestId: requestId(), id, revision, ...version }));
  return id;
}

/** Everything that the contract tells this person about the contact and who came. */
async function allThat(who: Session) {
  const calls = deskOf(office, who);
  const [view, timeline, followUps, hits] = await Promise.all([
    calls.consultations.get({ contactId }),
    calls.people.timeline({ id: personId }),
    calls.consultations.followUps({ until: '2027-12-31' }),
    calls.people.search({ words: 'amal' }),
  ]);
  return { view, timeline, followUps, hits };
}

it('tells nothing of notes that a reader may not see: all is as if they had not been written', async () => {
  const { city, cityColleague, partner } = office.who;
  const before = { partner: await allThat(partner), colleague: await allThat(cityColleague) };
  const told: unknown[] = [];
  office.core.changes.subscribe('change', (change) => told.push(change));
  await write(city, { level: 'V3', text: 'entrusted' }, { level: 'V3', text: 'entrusted again' });
  expect(await allThat(cityColleague)).toEqual(before.colleague);
  await write(city, { level: 'V2', text: 'ours' }, { level: 'V3', text: 'now entrusted' });
  await deskOf(office, city).consultations.saveDraft({
    requestId: requestId(),
    contactId,
    text: 'a draft',
    level: 'V1',
  });
  expect(await allThat(partner)).toEqual(before.partner);
  expect(await allThat(cityColleague)).toEqual(before.colleague);
  expect(told).toEqual([]);
});

it('counts for each reader only the versions that they see', async () => {
  const { city, cityColleague, partner } = office.who;
  await write(
    city,
    { level: 'V3', text: 'one' },
    { level: 'V3', text: 'two' },
    { level: 'V2', text: 'three' },
    { level: 'V1', text: 'four' },
  );
  const [all, employer, both] = await Promise.all(
    [city, cityColleague, partner].map(async (who) => (await allThat(who)).view.notes[0]),
  );
  expect(all).toMatchObject({ revision: 4, version: 4 });
  expect(employer).toMatchObject({ revision: 2, version: 2 });
  expect(both).toMatchObject({ revision: 1, version: 1 });
});

it('leaves nothing of the plain text in database, free pages and log once a note was raised', async () => {
  const canary = `kanarienvogel ${'x'.repeat(9000)} singt`;
  const { city } = office.who;
  await write(city, { level: 'V1', text: canary }, { level: 'V3', text: 'short' });
  await new Promise((resolve) => setImmediate(resolve));
  const { raw } = openDatabaseOf(office.core);
  // The driver hands out the pages in plain text: as who holds the database's key reads them.
  const pages = raw.serialize();
  expect(pages.includes('kanarienvogel')).toBe(false);
  expect(pages.includes('x'.repeat(500))).toBe(false);
  expect(pages.includes('singt')).toBe(false);
  const log = join(office.ports.dataFolder, 'office.db-wal');
  expect(existsSync(log) && statSync(log).size).toBe(0);
  expect(readFileSync(join(office.ports.dataFolder, 'office.db')).includes('kanarienvogel')).toBe(false);
});
