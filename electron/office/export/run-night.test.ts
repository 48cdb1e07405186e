import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { changeContact } from '../consultations/change-contact.ts';
import { getContact } from '../consultations/contact-row.ts';
import { addStep, removeStep } from '../consultations/write-step.ts';
import { recordDemand, takeBackDemand } from '../interpreters/door-demand.ts';
import { listSnapshots } from '../office/snapshots.ts';
import { changePerson } from '../people/write-person.ts';
import { undoOnTicket } from '../queue/undo-on-ticket.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { listNewestBundles } from './bundle-row.ts';
import { readReceiptsByHand, runNightByHand } from './run-night.ts';
import { createNightOffice, night, openReport, outboxOf, readNote, reportIn, serve } from './testing/night-office.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await createNightOffice();
});
afterEach(() => office.close());

async function reportOfNight(): Promise<Awaited<ReturnType<typeof openReport>>> {
  const name = reportIn(await night(office));
  if (!name) throw new Error('The night wrote no report');
  return await openReport(office, name);
}

test('a night writes a report and a backup, the note of each last, and takes a local copy', async () => {
  serve(office);
  const { written, problem } = await night(office);
  expect(written).toEqual(['test-office-report-e1-00000001', 'test-office-backup-e1-00000001']);
  expect(problem).toBeNull();
  expect(readdirSync(outboxOf(office)).sort()).toEqual([
    'test-office-backup-e1-00000001.age',
    'test-office-backup-e1-00000001.note',
    'test-office-report-e1-00000001.age',
    'test-office-report-e1-00000001.note',
  ]);
  expect(listSnapshots(office.core)).toHaveLength(1);
  expect(listNewestBundles(office.db, 9).map(({ state }) => state)).toEqual(['written', 'written']);
});

test('the first report holds what counts, and nothing of a talk that goes on', async () => {
  const personId = newPerson(office, { district: 'Hörde' });
  serve(office, { personId, topics: ['kita', 'housing'], adults: 1 });
  serve(office, { spoken: 'fa' });
  talk(office, office.who.city, { personId: newPerson(office) });
  const report = await reportOfNight();
  expect(report.lines('contact')).toHaveLength(2);
  const withPerson = report.lines('contact').find(({ person }) => person !== null);
  expect(withPerson).toMatchObject({
    day: '2026-11-23',
    hour: 9,
    language: 'ar',
    companions: 1,
    topics: [
      { id: 'kita', result: 'solved', quantity: 1 },
      { id: 'housing', result: 'solved', quantity: 1 },
    ],
  });
  expect(report.lines('person')).toEqual([
    expect.objectContaining({ district: 'hoerde', born: null, firstSupportOn: '2026-11-23' }),
  ]);
  expect(withPerson?.['person']).toBe(report.lines('person')[0]?.['id']);
  expect(report.lines('wait')).toHaveLength(2);
  expect(report.manifest).toMatchObject({ journal: { from: 1 }, period: { from: '2026-11-23', to: '2026-11-23' } });
});

test('who left at the door without a number is told of as a wait of no minute, and taken back with it', async () => {
  const who = office.who.city;
  const demand = { outcome: 'turned-away', cause: 'no-language', language: 'so', topics: ['kita'] } as const;
  const { id } = office.write(who, 'interpreters.recordDemand', (tx) => recordDemand(tx, demand, who));
  const [line] = (await reportOfNight()).lines('wait');
  expect(line).toMatchObject({ op: 'put', day: '2026-11-23', hour: 9, language: 'so', topics: ['kita'] });
  expect(line).toMatchObject({ outcome: 'turned-away', cause: 'no-language' });
  expect(line).toMatchObject({ waitMinutes: 0, wayMinutes: null, serviceMinutes: null });
  office.write(who, 'interpreters.takeBackDemand', (tx) => takeBackDemand(tx, id));
  office.clock.advance(3_600_000);
  expect((await reportOfNight()).lines('wait')).toEqual([{ op: 'delete', id: line?.['id'] }]);
});

test('the order of the lines tells nothing: neither who came first nor which ticket belongs to which contact', async () => {
  for (let talks = 0; talks < 12; talks += 1) serve(office, { topics: ['kita', 'housing'].slice(talks % 2) });
  const report = await reportOfNight();
  for (const record of ['contact', 'wait']) {
    const ids = report.lines(record).map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(ids).toEqual(ids.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)));
  }
});

test('the next report holds what has changed since, in a chain without gaps', async () => {
  serve(office);
  const first = await night(office);
  const later = serve(office);
  const second = await night(office);
  const report = await openReport(office, reportIn(second) ?? '');
  expect(report.lines('contact')).toHaveLength(1);
  const note = await readNote(office, reportIn(second) ?? '');
  const before = await readFile(join(outboxOf(office), `${reportIn(first)}.age`));
  expect(note).toMatchObject({ sequence: 2, previousSha256: sha256Hex(before), supersedes: [] });
  expect(later.contactId).not.toBe('');
});

test('a night without anything new writes no report, again and again', async () => {
  serve(office);
  await night(office);
  for (let nights = 0; nights < 3; nights += 1) {
    office.clock.advance(24 * 3_600_000);
    expect(reportIn(await night(office))).toBeNull();
  }
});

test('what was touched and is the same as before is not sent again', async () => {
  const personId = newPerson(office);
  serve(office, { personId });
  await night(office);
  office.write(office.who.city, 'people.change', (tx) =>
    changePerson(tx, { id: personId, revision: 1, person: { ...AMAL, phone: '0231 1' } }, office.who.city),
  );
  expect(reportIn(await night(office))).toBeNull();
  office.write(office.who.city, 'people.change', (tx) =>
    changePerson(tx, { id: personId, revision: 2, person: { ...AMAL, gender: 'w' } }, office.who.city),
  );
  const report = await reportOfNight();
  expect(report.lines('person')).toEqual([expect.objectContaining({ op: 'put', gender: 'w' })]);
  expect(report.lines('contact')).toEqual([]);
});

test('a finish that is undone after the export is taken back, with all that hung on it', async () => {
  const personId = newPerson(office);
  const served = serve(office, { personId });
  office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(
      tx,
      { contactId: served.contactId, owner: 'us', what: 'Anrufen', topic: 'kita', dueOn: null },
      office.who.city,
    ),
  );
  const told = await reportOfNight();
  office.write(office.who.city, 'queue.undo', (tx) => undoOnTicket(tx, served, office.who.city));
  const taken = await reportOfNight();
  for (const record of ['person', 'contact', 'wait', 'step']) {
    expect(taken.lines(record), record).toEqual([{ op: 'delete', id: told.lines(record)[0]?.['id'] }]);
  }
  expect(reportIn(await night(office))).toBeNull();
});

test('a step that is removed after the export is taken back', async () => {
  const { contactId } = serve(office);
  const step = office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(
      tx,
      { contactId, owner: 'client', what: 'Unterlagen holen', topic: null, dueOn: '2026-12-01' },
      office.who.city,
    ),
  );
  const told = await reportOfNight();
  expect(told.lines('step')).toEqual([
    expect.objectContaining({ createdOn: '2026-11-23', owner: 'client', dueOn: '2026-12-01', doneOn: null }),
  ]);
  office.write(office.who.city, 'consultations.removeStep', (tx) => removeStep(tx, step));
  const taken = await reportOfNight();
  expect(taken.lines('step')).toEqual([{ op: 'delete', id: told.lines('step')[0]?.['id'] }]);
});

test('a contact that moves to another person takes the first one back', async () => {
  const [wrong, right] = [newPerson(office), newPerson(office, { givenName: 'Nur' })];
  const { contactId } = serve(office, { personId: wrong });
  const told = await reportOfNight();
  office.write(office.who.city, 'consultations.change', (tx) =>
    changeContact(tx, { contactId, revision: getContact(tx, contactId).revision, personId: right }),
  );
  const moved = await reportOfNight();
  const gone = { op: 'delete', id: told.lines('person')[0]?.['id'] };
  expect(moved.lines('person')).toEqual([expect.objectContaining({ op: 'put' }), gone]);
  expect(moved.lines('contact')[0]?.['person']).toBe(moved.lines('person')[0]?.['id']);
});

test('obstacles follow their contact and the district of its person', async () => {
  const personId = newPerson(office, { district: 'Eving' });
  const { contactId } = serve(office, { personId });
  office.write(office.who.city, 'consultations.change', (tx) =>
    changeContact(tx, {
      contactId,
      revision: getContact(tx, contactId).revision,
      obstacles: [
        { obstacle: 'no-place', state: 'open' },
        { obstacle: 'language', state: 'solved' },
      ],
    }),
  );
  const told = async () =>
    (await reportOfNight())
      .lines('obstacle')
      .sort((a, b) => String(a['obstacle']).localeCompare(String(b['obstacle'])));
  const [language, noPlace] = await told();
  expect(language).toMatchObject({ obstacle: 'language', level: 'person', state: 'solved', endedOn: '2026-11-23' });
  expect(noPlace).toMatchObject({
    obstacle: 'no-place',
    level: 'city',
    topic: 'kita',
    district: 'eving',
    endedOn: null,
  });
  office.write(office.who.city, 'people.change', (tx) =>
    changePerson(tx, { id: personId, revision: 1, person: { ...AMAL, district: 'Brackel' } }, office.who.city),
  );
  expect(await told()).toEqual([
    { ...language, district: 'brackel' },
    { ...noPlace, district: 'brackel' },
  ]);
  office.write(office.who.city, 'consultations.change', (tx) =>
    changeContact(tx, {
      contactId,
      revision: getContact(tx, contactId).revision,
      obstacles: [{ obstacle: 'no-place', state: 'open' }],
    }),
  );
  expect(await told()).toEqual([{ op: 'delete', id: language?.['id'] }]);
});

test('no report leaves before both employers have seen what it holds; the backup is written all the same', async () => {
  const fresh = await createTestOffice();
  try {
    serve(fresh);
    await expect(runNightByHand(fresh.core, fresh.who.lead.staffId)).rejects.toMatchObject({
      code: 'RULE',
      detail: { reason: 'preview-not-accepted' },
    });
    expect(listNewestBundles(fresh.db, 9)).toEqual([]);
    const { written, problem } = await night(fresh);
    expect(written).toEqual(['test-office-backup-e1-00000001']);
    expect(problem).toBe('preview-not-accepted');
  } finally {
    fresh.close();
  }
});

test('two nights never run at once', async () => {
  serve(office);
  const first = night(office);
  await expect(runNightByHand(office.core, office.who.lead.staffId)).rejects.toMatchObject({
    code: 'RULE',
    detail: { reason: 'running' },
  });
  // The post waits for its turn instead.
  const read = readReceiptsByHand(office.core, office.who.lead.staffId);
  expect((await first).problem).toBeNull();
  expect(await read).toBe(0);
  expect((await runNightByHand(office.core, office.who.lead.staffId)).written).toEqual([
    'test-office-backup-e1-00000002',
  ]);
});

test('nothing of what a report must never hold is in it', async () => {
  const personId = newPerson(office, {
    givenName: 'Kanarius',
    familyName: 'Geheimnis',
    ownScriptName: 'سر',
    bornOn: '1987-03-14',
    phone: '0231 4711',
    email: 'kanarius@example.org',
    district: 'Eving',
  });
  const served = serve(office, { personId, doorNote: 'Kanarienvogel an der Tür' });
  office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(
      tx,
      { contactId: served.contactId, owner: 'us', what: 'Kanarischer Schritt', topic: null, dueOn: null },
      office.who.city,
    ),
  );
  const { text, lines } = await reportOfNight();
  expect(lines('person')[0]).toMatchObject({ born: '18-60', firstSupportOn: '2026-11-23' });
  for (const never of [
    'anari',
    'Geheimnis',
    'سر',
    '1987',
    '03-14',
    '0231 4711',
    '@',
    personId,
    served.contactId,
    served.ticketId,
  ]) {
    expect(text, never).not.toContain(never);
  }
  // The time of the day's work, finer than the hour.
  expect(text).not.toMatch(/T\d\d:|\d\d:\d\d/);
});
