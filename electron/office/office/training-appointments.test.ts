import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import { afterEach, expect, it } from 'vitest';
import { addDays } from '../../../shared/kernel/instants.ts';
import { type Core, createCore } from '../core.ts';
import { officeOf } from '../office.ts';
import { drivenClock } from '../testing/test-clock.ts';
import type { DeskCalls } from '../testing/test-desk.ts';
import { closeOffice } from './open-office.ts';
import { TRAINING_PASSPHRASE } from './training.ts';

const open: { core: Core; folder: string }[] = [];
afterEach(() => {
  for (const { core, folder } of open.splice(0)) {
    closeOffice(core);
    rmSync(folder, { recursive: true, force: true });
  }
});

async function trainingAt(now: string): Promise<DeskCalls> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-training-'));
  const core = createCore({
    clock: drivenClock(now),
    dataFolder: join(folder, 'data'),
    printer: { printToPdf: () => Promise.reject(new Error('nothing is printed here')) },
    keychain: null,
    log: { write: () => {} },
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
    fontFaceCss: '',
    programVersion: '1.0.0-test',
  });
  open.push({ core, folder });
  const office = officeOf(core);
  // The router is made from the contract's own procedures, one by one, so its client is the contract's.
  const calls = createRouterClient(office.routerFor('desk') as AnyRouter, {
    context: { connection: office.connect('desk') },
  }) as DeskCalls;
  await calls.office.startTraining({});
  await calls.access.signIn({ name: 'Cansu', passphrase: TRAINING_PASSPHRASE, desk: 1 });
  return calls;
}

it.each([
  ['a Monday morning', '2026-11-23T09:30:00.000Z'],
  ['a Thursday at noon', '2026-11-26T11:00:00.000Z'],
  ['a Sunday', '2026-11-29T09:30:00.000Z'],
  ['Christmas', '2026-12-25T09:30:00.000Z'],
  ['the evening before the clock is set', '2027-03-27T18:00:00.000Z'],
])('the calendar of the practice office lives on %s', async (_when, now) => {
  const calls = await trainingAt(now);
  const { today, days } = await calls.appointments.days({ from: now.slice(0, 10), days: 1 });
  expect(days[0]?.day).toBe(today);
  expect(days[0]?.hours.length).toBeGreaterThan(0);
  const expected = days[0]?.appointments ?? [];
  expect(expected.map(({ place }) => place)).toEqual(['office', 'office', 'office', 'phone']);
  // Whoever was due half an hour ago has not come: the desk can say so.
  expect(expected[0]?.mayRelease).toBe(true);
  expect(expected[1]?.startsAt && expected[1].startsAt > now).toBe(true);
  const fortnights = [today, addDays(today, 14)].map((from) => calls.appointments.days({ from, days: 14 }));
  const coming = (await Promise.all(fortnights)).flatMap(({ days: some }) => some.flatMap((day) => day.appointments));
  expect(new Set(coming.map(({ kind }) => kind))).toEqual(new Set(['talk', 'group', 'blocked']));
  expect(new Set(coming.map(({ place }) => place))).toEqual(new Set(['office', 'phone', 'home', 'outpost']));
  expect(coming.find(({ kind }) => kind === 'blocked')).toMatchObject({ concealed: true, note: '' });
  const { slots } = await calls.appointments.freeSlots({
    language: 'ar',
    topics: [],
    staffId: null,
    place: null,
    minutes: null,
    from: null,
    limit: 10,
  });
  expect(slots).toHaveLength(10);
  const berfin = (await calls.people.search({ words: 'Demir' })).hits[0];
  expect((await calls.appointments.ofPerson({ personId: berfin?.id ?? '' })).askWhy).not.toBeNull();
  expect((await calls.appointments.earlier({})).slots[0]?.matches.length).toBeGreaterThan(0);
});

it('late in the evening nothing of today lies on tomorrow', async () => {
  const calls = await trainingAt('2026-11-24T22:20:00.000Z');
  const { days } = await calls.appointments.days({ from: '2026-11-24', days: 1 });
  expect(days[0]?.appointments.map(({ from }) => from)).toEqual(['22:30', '23:30']);
});
