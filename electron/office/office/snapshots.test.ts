import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabaseOf } from '../core.ts';
import { openDatabase } from '../database/open-database.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { ticket } from '../testing/test-talk.ts';
import { listSnapshots, snapshotOf, snapshotPath } from './snapshots.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const take = () => snapshotOf(office.core, openDatabaseOf(office.core).raw);

function ticketsIn(name: string): unknown {
  const copy = openDatabase(snapshotPath(office.core, name) ?? '', office.core.dataKey ?? new Uint8Array());
  try {
    return copy?.prepare('SELECT count(*) FROM ticket').pluck().get();
  } finally {
    copy?.close();
  }
}

it('takes two copies in one millisecond, each with what was there', () => {
  const first = take();
  ticket(office, office.who.city);
  const second = take();
  expect(second.name).not.toBe(first.name);
  expect(listSnapshots(office.core).map(({ name }) => name)).toEqual([second.name, first.name]);
  expect([ticketsIn(first.name), ticketsIn(second.name)]).toEqual([0, 1]);
});

it('keeps the copy that was taken last, also on a clock that was set back', () => {
  for (let night = 0; night < 31; night += 1) {
    office.clock.advance(86_400_000);
    take();
  }
  office.clock.moveTo('2016-01-01T00:00:00.000Z');
  ticket(office, office.who.city);
  const taken = take();
  expect(listSnapshots(office.core)).toHaveLength(31);
  expect(ticketsIn(taken.name)).toBe(1);
});
