import { expect, it } from 'vitest';
import type { TimelineEntry } from './people.contract.ts';
import { filteredTimeline, NO_FILTER, type TimelineFilter, topicsOfTimeline } from './timeline-filter.ts';

const by = { staffName: 'Anna Rot', employerKind: 'city' as const };
const ENTRIES: TimelineEntry[] = [
  {
    kind: 'letter',
    id: 'l',
    at: '2026-11-23T09:00:00.000Z',
    ...by,
    subject: 'Kita',
    partnerName: 'Kita',
    state: 'ready',
  },
  {
    kind: 'note',
    id: 'n2',
    at: '2026-11-22T23:30:00.000Z',
    ...by,
    employerKind: 'partner',
    level: 'V2',
    text: '',
    contactId: 'c2',
    version: 1,
  },
  { kind: 'note', id: 'n1', at: '2026-10-01T09:10:00.000Z', ...by, level: 'V1', text: '', contactId: 'c1', version: 1 },
  {
    kind: 'step',
    id: 's1',
    at: '2026-10-01T09:05:00.000Z',
    owner: 'us',
    what: '',
    dueOn: null,
    doneAt: null,
    contactId: 'c1',
  },
  {
    kind: 'contact',
    id: 'c1',
    at: '2026-10-01T09:00:00.000Z',
    ...by,
    topics: [
      { topic: 'kita', result: null },
      { topic: 'school', result: null },
    ],
    minutes: null,
    finished: true,
  },
];
const ids = (filter: Partial<TimelineFilter>) =>
  filteredTimeline(ENTRIES, { ...NO_FILTER, ...filter }).map(({ id }) => id);

it('asks for nothing by itself, and keeps the order', () => {
  expect(ids({})).toEqual(['l', 'n2', 'n1', 's1', 'c1']);
});

it('filters by kind, level, employer, period and the topics of the talk, all together', () => {
  expect(ids({ kind: 'note' })).toEqual(['n2', 'n1']);
  expect(ids({ level: 'V2' })).toEqual(['n2']);
  expect(ids({ employer: 'partner' })).toEqual(['n2']);
  expect(ids({ topic: 'kita' })).toEqual(['n1', 's1', 'c1']);
  expect(ids({ topic: 'kita', kind: 'step', level: null })).toEqual(['s1']);
  expect(ids({ topic: 'kita', level: 'V2' })).toEqual([]);
});

it('counts days as the office does: half past midnight in Dortmund is the new day', () => {
  expect(ids({ from: '2026-11-23' })).toEqual(['l', 'n2']);
});

it('offers each topic once', () => {
  expect(topicsOfTimeline(ENTRIES)).toEqual(['kita', 'school']);
});
