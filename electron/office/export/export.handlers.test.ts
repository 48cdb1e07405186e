import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REPORT_SCHEMA } from '../../../shared/bundle/bundle-format.ts';
import type { contract } from '../../../shared/contract.ts';
import type { Session } from '../access/session.ts';
import { journalHead } from '../database/journal.ts';
import { writeLetter } from '../letters/write-letter.ts';
import { routerFor } from '../rpc/router.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';
import { exportHandlers } from './export.handlers.ts';
import { answer, openReport, serve } from './testing/night-office.ts';

type Client = ContractRouterClient<typeof contract>['export'];

let office: TestOffice;

beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

/** A desk at which this person is signed in, through access check, validation and all. */
function desk(session: Session): Client {
  const router = routerFor(office.core, { export: exportHandlers }, 'desk');
  const connection = { kind: 'desk' as const, session };
  // The router is made from the contract's own procedures, so its client is the contract's.
  return (createRouterClient(router as AnyRouter, { context: { connection } }) as { export: Client }).export;
}

const requestId = () => crypto.randomUUID();
const accept = (session: Session) =>
  desk(session).acceptPreview({ requestId: requestId(), schemaVersion: REPORT_SCHEMA.version });

test('the preview shows field by field what leaves, and the report then holds exactly that', async () => {
  serve(office, { personId: newPerson(office, { district: 'Eving' }) });
  for (let talks = 0; talks < 6; talks += 1) serve(office);
  const { lead, city, partner } = office.who;
  const preview = await desk(city).preview({});
  const shown = (record: string) => preview.records.find((each) => each.record === record);
  expect(preview.schemaVersion).toBe(REPORT_SCHEMA.version);
  expect(shown('contact')).toMatchObject({
    fields: ['id', 'day', 'hour', 'kind', 'medium', 'language', 'topics', 'minutes', 'companions', 'person'],
    upserts: 7,
    deletes: 0,
  });
  expect(shown('contact')?.samples).toHaveLength(5);
  expect(shown('appointment')).toMatchObject({ upserts: 0, samples: [] });
  await accept(city);
  await accept(partner);
  const { written } = await desk(lead).run({ requestId: requestId() });
  const report = await openReport(office, written[0] ?? '');
  for (const { record, upserts, samples } of preview.records) {
    expect(report.manifest.records[record].upserts, record).toBe(upserts);
    for (const sample of samples) expect(report.lines(record)).toContainEqual(JSON.parse(sample));
  }
  const after = await desk(city).preview({});
  expect(after.records.every(({ upserts, deletes }) => upserts + deletes === 0)).toBe(true);
});

test('both employers must have seen the preview, each by somebody of its own', async () => {
  const { lead, city, cityColleague, partner } = office.who;
  const run = () => desk(lead).run({ requestId: requestId() });
  const refused = { code: 'RULE', data: { reason: 'preview-not-accepted' } };
  await expect(run()).rejects.toMatchObject(refused);
  await accept(city);
  await accept(cityColleague);
  expect((await desk(city).status({})).previewAcceptedBy).toEqual({ city: true, partner: false });
  await expect(run()).rejects.toMatchObject(refused);
  await expect(
    desk(partner).acceptPreview({ requestId: requestId(), schemaVersion: REPORT_SCHEMA.version + 1 }),
  ).rejects.toMatchObject({
    code: 'RULE',
    data: { reason: 'other-version' },
  });
  await accept(partner);
  expect((await run()).written).toHaveLength(1);
});

test('a retry of a run is answered with what the run wrote, and begins no second night', async () => {
  serve(office);
  await accept(office.who.city);
  await accept(office.who.partner);
  const id = requestId();
  const first = await desk(office.who.lead).run({ requestId: id });
  const head = journalHead(office.db);
  expect(await desk(office.who.lead).run({ requestId: id })).toEqual(first);
  expect(journalHead(office.db)).toEqual(head);
});

test('a counsellor sees how the nights stand and reads receipts, but begins no night', async () => {
  serve(office);
  await accept(office.who.city);
  await accept(office.who.partner);
  const counsellor = desk(office.who.city);
  await expect(counsellor.run({ requestId: requestId() })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { written } = await desk(office.who.admin).run({ requestId: requestId() });
  await answer(office, written[0] ?? '', { verdict: 'loaded' });
  expect(await counsellor.readReceipts({ requestId: requestId() })).toEqual({ read: 1 });
  expect(await counsellor.status({})).toMatchObject({
    confirmedUpTo: '2026-11-23',
    problem: null,
    lastRunAt: office.clock.now(),
    nextRunAt: '2026-11-23T20:00:00.000Z',
    bundles: [{ state: 'confirmed' }, { state: 'written' }],
  });
});

test('a referral travels once its letter is printed: kind of partner and state, not which partner and for whom', async () => {
  await accept(office.who.city);
  await accept(office.who.partner);
  const { contactId } = serve(office, { personId: newPerson(office) });
  const partnerId = newPartner(office);
  await writeLetter(
    office.core,
    { requestId: requestId(), letter: aLetter({ partnerId, contactId }) },
    office.who.city,
  );
  const { written } = await desk(office.who.lead).run({ requestId: requestId() });
  const { lines, text } = await openReport(office, written[0] ?? '');
  expect(lines('referral')).toEqual([
    {
      op: 'put',
      id: expect.any(String),
      day: '2026-11-23',
      partnerKind: 'childcare',
      authority: false,
      topic: 'kita',
      language: 'ar',
      state: 'awaiting',
      reason: null,
    },
  ]);
  expect(text).not.toContain('Beispiel');
});
