import { expect, test } from 'vitest';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { streamAverages } from './stream-averages.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

// Only what the averages look at.
const ticket = (part: Partial<TicketView>) =>
  ({
    kind: 'walk-in',
    state: 'finished',
    dueAt: null,
    arrivedAt: '2026-11-23T09:00:00.000Z',
    since: '2026-11-23T09:30:00.000Z',
    clocks: { waitingMs: 0, wayMs: 0, serviceMs: 0 },
    runningClock: null,
    ...part,
  }) as TicketView;

test('each stream waits by itself, and who came too early waits from their time on', () => {
  const waited = (minutes: number) => ({ waitingMs: minutes * 60_000, wayMs: 0, serviceMs: 0 });
  expect(
    streamAverages(
      [
        ticket({ clocks: waited(10) }),
        ticket({ clocks: waited(20) }),
        ticket({ state: 'waiting', runningClock: 'waitingMs' }),
        ticket({ kind: 'appointment', dueAt: '2026-11-23T09:25:00.000Z', clocks: waited(30) }),
        ticket({ kind: 'call-back', state: 'waiting' }),
        ticket({ state: 'void' }),
      ],
      NOW,
    ),
  ).toEqual([
    { kind: 'walk-in', waiting: 1, averageMinutes: 15 },
    { kind: 'appointment', waiting: 0, averageMinutes: 5 },
    { kind: 'call-back', waiting: 1, averageMinutes: null },
  ]);
});
