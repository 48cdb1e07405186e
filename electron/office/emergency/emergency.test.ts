import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrokenLink } from '../database/journal.ts';
import { deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const requestId = () => randomUUID();

it('reaches a locked desk at once, with nothing but desk and time, and the answer comes back', async () => {
  const asking = deskOf(office, office.who.city);
  const locked = newDesk(office).calls;
  const stop = new AbortController();
  const seen = (await locked.emergency.watch({}, { signal: stop.signal }))[Symbol.asyncIterator]();
  expect((await seen.next()).value).toEqual({ calls: [] });
  const { id } = await asking.emergency.call({ requestId: requestId(), silent: true });
  const told = (await seen.next()).value;
  expect(told).toEqual({ calls: [{ id, desk: 1, at: office.clock.now(), silent: true, coming: [] }] });
  expect(JSON.stringify(told)).not.toContain(office.who.city.staffId);
  await locked.emergency.answer({ id, desk: 3 });
  expect((await seen.next()).value).toMatchObject({ calls: [{ coming: [3] }] });
  expect(await faultOf(locked.emergency.end({ requestId: requestId(), id }))).toBe('UNAUTHENTICATED');
  await deskOf(office, office.who.partner).emergency.end({ requestId: requestId(), id });
  expect((await seen.next()).value).toEqual({ calls: [] });
  stop.abort();
});

it('makes a silent call loud, never a loud one silent, and keeps one call a desk', async () => {
  const desk = deskOf(office, office.who.city);
  const first = await desk.emergency.call({ requestId: requestId(), silent: true });
  expect(await desk.emergency.call({ requestId: requestId(), silent: false })).toEqual(first);
  expect(await desk.emergency.call({ requestId: requestId(), silent: true })).toEqual(first);
  expect(office.db.statement('SELECT silent FROM emergency').pluck().all()).toEqual([0]);
});

it('stands in the journal, also what a locked desk answers', async () => {
  const { id } = await deskOf(office, office.who.city).emergency.call({ requestId: requestId(), silent: false });
  await newDesk(office).calls.emergency.answer({ id, desk: 2 });
  const told = office.db
    .statement(
      "SELECT procedure, staff_id IS NULL AS nobody FROM journal WHERE procedure LIKE 'emergency.%' ORDER BY sequence",
    )
    .all();
  expect(told).toEqual([
    { procedure: 'emergency.call', nobody: 0 },
    { procedure: 'emergency.answer', nobody: 1 },
  ]);
  const { raw } = office.core.database ?? {};
  expect(raw && findBrokenLink(raw)).toBeNull();
});
