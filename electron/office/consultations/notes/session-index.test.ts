import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn } from '../../access/sign-in.ts';
import { openDatabaseOf } from '../../core.ts';
import { officeOf } from '../../office.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../../testing/test-office.ts';
import { talk } from '../../testing/test-talk.ts';
import { changeNote } from './change-note.ts';
import { sessionIndex } from './session-index.ts';
import { writeNote } from './write-note.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const DAY_MS = 86_400_000;
/** Lets work go on that is done in short turns; more of them than a few notes need, however slow the machine is. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => setImmediate(next));
}

it('is built from the newest note backwards in short turns, and says how far it reaches', async () => {
  const { contactId } = talk(office, office.who.city, {});
  office.clock.advance(-500 * DAY_MS);
  const write = (text: string) =>
    office.write(office.who.city, 'test', (tx) => {
      for (let count = 0; count < 700; count += 1) writeNote(tx, { contactId, level: 'V2', text }, office.who.city);
    });
  write('uralt');
  office.clock.advance(500 * DAY_MS);
  write('frisch');
  const reaches: string[] = [];
  let count = 0;
  for (let done = false; !done; count += 1) {
    const own = sessionIndex(office.core, office.who.city);
    if (reaches.at(-1) !== own?.reach) reaches.push(own?.reach ?? '');
    if (own?.reach === 'year') expect([...own.index.find('"frisch"', 9999, 0)]).toHaveLength(700);
    done = own?.reach === 'all';
    await new Promise((next) => setImmediate(next));
  }
  expect(reaches).toEqual(['newest', 'year', 'all']);
  expect([...(sessionIndex(office.core, office.who.city)?.index.find('"uralt"', 9999, 0) ?? [])]).toHaveLength(700);
  // What else waits has its turn in between; how long one lasts is measured by the bench.
  expect(count).toBeGreaterThan(3);
});

it('begins with the sign-in and follows what colleagues write, without anybody having searched', async () => {
  officeOf(office.core);
  const { contactId } = talk(office, office.who.city, {});
  const early = office.write(office.who.city, 'test', (tx) =>
    writeNote(tx, { contactId, level: 'V2', text: 'früh' }, office.who.city),
  );
  const connection = { kind: 'desk' as const, session: null as TestOffice['who']['city'] | null };
  office.core.connections.add(connection);
  await signIn(office.core, connection, {
    name: 'cityColleague',
    passphrase: testPassphrase('cityColleague'),
    desk: 7,
  });
  const colleague = connection.session;
  if (!colleague) throw new Error('Signed in');
  await turns();
  const own = sessionIndex(office.core, colleague);
  expect(own?.reach).toBe('all');
  office.write(office.who.city, 'test', (tx) =>
    changeNote(tx, { ...early, level: 'V2', text: 'später' }, office.who.city),
  );
  await turns();
  const highest = Number(openDatabaseOf(office.core).raw.prepare('SELECT max(number) FROM note_words').pluck().get());
  // Read without asking for it anew: the write alone has brought it up to date.
  expect(own?.newest).toBe(highest);
  expect([...(own?.index.find('"spater"', highest, 0) ?? [])]).toEqual([highest]);
});
