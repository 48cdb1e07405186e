import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLeavingCause } from '../interpreters/door-demand.ts';
import { actOnTicket } from '../queue/act-on-ticket.ts';
import { tally } from '../queue/tally.ts';
import { undoOnTicket } from '../queue/undo-on-ticket.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { ticket } from '../testing/test-talk.ts';
import { createNightOffice, night, openReport, reportIn, serve } from './testing/night-office.ts';

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

test('why a ticket left travels with it: the reason named last, and none of a leaving that was undone', async () => {
  const who = office.who.city;
  const leave = (on: { ticketId: string; revision: number }) =>
    office.write(who, 'queue.leave', (tx) => actOnTicket(tx, on, 'left', who, 'turned-away'));
  const left = leave(ticket(office, who, { spoken: 'so' }));
  for (const cause of ['full', 'no-language'] as const)
    office.write(who, 'interpreters.setLeavingCause', (tx) => setLeavingCause(tx, left.ticketId, cause));
  expect((await reportOfNight()).lines('wait')).toEqual([
    expect.objectContaining({ outcome: 'turned-away', cause: 'no-language', language: 'so' }),
  ]);
  office.write(who, 'queue.undo', (tx) => undoOnTicket(tx, left, who));
  leave({ ticketId: left.ticketId, revision: left.revision + 1 });
  office.clock.advance(3_600_000);
  expect((await reportOfNight()).lines('wait')).toEqual([expect.objectContaining({ cause: null })]);
});

test('a topic travels with how many times it was asked for', async () => {
  const letters = { topic: 'form-help', spoken: 'ar', district: null, quantity: 5, minutes: 10 };
  office.write(office.who.city, 'queue.tally', (tx) => tally(tx, { ...letters, ticket: null }, office.who.city));
  const [line] = (await reportOfNight()).lines('contact');
  expect(line).toMatchObject({ topics: [{ id: 'form-help', quantity: 5 }] });
});

test('after a change of the records every row is looked at again, and only those that read otherwise are told', async () => {
  serve(office, { personId: newPerson(office) });
  const first = await reportOfNight();
  // As if the program of before had written it, whose contacts read otherwise.
  office.write(office.who.city, 'bench', (tx) => {
    tx.statement("UPDATE bundle SET schema_version = 1 WHERE kind = 'report'").run();
    tx.statement("UPDATE exported_record SET digest = 'otherwise' WHERE record = 'contact'").run();
  });
  office.clock.advance(3_600_000);
  const second = await reportOfNight();
  expect(second.lines('contact')).toEqual(first.lines('contact'));
  for (const record of ['person', 'wait']) expect([record, second.lines(record)]).toEqual([record, []]);
  office.clock.advance(3_600_000);
  serve(office);
  expect((await reportOfNight()).lines('contact')).toHaveLength(1);
});
