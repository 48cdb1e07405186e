import { expect, test } from 'vitest';
import { resolutionOf, WAYS } from './ways-out.ts';

const ticket = { id: 't', revision: 3 };

test('an appointment needs its time, a call its number too, the rest nothing', () => {
  expect(resolutionOf(ticket, undefined)).toBeNull();
  expect(resolutionOf(ticket, { way: 'appointment', day: '2026-11-24' })).toBeNull();
  expect(resolutionOf(ticket, { way: 'call-back', day: '2026-11-24', from: '10:00', reach: ' ' })).toBeNull();
  for (const way of WAYS)
    expect(resolutionOf(ticket, { way, day: '2026-11-24', from: '10:00', reach: '0231' })).toMatchObject({
      ticketId: 't',
      revision: 3,
    });
});

test('who gets something comes again, who gets nothing is counted with the reason', () => {
  expect(resolutionOf(ticket, { way: 'slip' })).toMatchObject({ reason: 'come-again', instead: { kind: 'slip' } });
  expect(resolutionOf(ticket, { way: 'turned-away' })).toMatchObject({ reason: 'turned-away', instead: null });
});
