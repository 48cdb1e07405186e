import { z } from 'zod';
import { offeredIds } from '../../../shared/catalogues/catalogues.rules.ts';
import { addDays, localDateOf } from '../../../shared/kernel/instants.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { KIOSK_TOPICS } from '../../../shared/screens/kiosk-topics.ts';
import type { KioskWelcome, WaitRange } from '../../../shared/screens/screens.contract.ts';
import { officeCatalogue } from '../catalogues/office-catalogue.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, findRow, run } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { issueTicket } from '../queue/issue-ticket.ts';
import { closedAt } from '../queue/queue-day.ts';
import { slipOf } from '../queue/slip-of.ts';
import { ticketLabel } from '../queue/ticket-label.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { rule } from '../rpc/faults.ts';
import { promiseFor } from '../waiting-time/promise-ticket.ts';

/** A child that presses on and on must not use up the day's numbers. */
const MOST_TICKETS = 12;
const WITHIN_MS = 5 * 60_000;

/** What somebody has touched, and the id of their wish. */
interface Wish {
  readonly requestId: string;
  readonly language: string;
  readonly topics: readonly string[];
}

/** What the kiosk shows to whoever comes. */
export function kioskWelcome(db: Db, core: Core): KioskWelcome {
  const day = localDateOf(core.ports.clock.now());
  const office = findOffice(db);
  const state = closedAt(db, day) !== null ? 'closed' : isExhausted(db, day) ? 'exhausted' : 'open';
  return {
    state,
    officeName: office.name,
    languages: office.languages,
    // What an office added is chosen at the desk: its picture would be its parent's, and two alike nobody tells apart.
    topics: offeredIds(
      'topic',
      KIOSK_TOPICS.map((id) => ({ id })),
      { ...officeCatalogue(db), additions: [] },
    ),
    prints: Boolean(core.ports.slipPrinter),
  };
}

function isExhausted(db: Db, day: string): boolean {
  const given = db.statement("SELECT count(*) FROM ticket WHERE day = ? AND source <> 'paper'").pluck(true).get(day);
  return z.int().parse(given) >= 999;
}

/** Gives a number to whoever stands at the kiosk. A retry gets the number that it was given. Throws RULE day-closed, numbers-exhausted, kiosk-busy, not-offered, request-reused. */
export async function takeTicket(
  core: Core,
  input: Wish,
): Promise<{ number: number; label: string; range: WaitRange; printed: boolean }> {
  const db = openDatabaseOf(core);
  const known = ticketOfRequest(db, input);
  if (known === null && isBusy(db, core.ports.clock.now())) throw rule('kiosk-busy');
  const ticketId = known ?? issue(core, input);
  const ticket = getTicket(db, ticketId);
  // Now, since the slip says it.
  const range = promiseFor(core, ticketId);
  const printer = core.ports.slipPrinter;
  // A retry has its slip, or the person has been told the number.
  const printed =
    known === null && printer ? await printer.printSlip(slipOf(db, core, ticketId)).catch(() => false) : false;
  return {
    number: ticket.number,
    label: ticketLabel(findOffice(openDatabaseOf(core)).ticket_letter, ticket.number),
    range,
    printed,
  };
}

function issue(core: Core, input: Wish): string {
  return writeAndPublish(core, { staffId: null, procedure: 'screens.takeTicket' }, (tx) => {
    requireOffered(tx, 'topic', input.topics);
    const { ticketId } = issueTicket(
      tx,
      {
        kind: 'walk-in',
        source: 'kiosk',
        spoken: input.language,
        understood: null,
        read: null,
        topics: input.topics,
        personId: null,
        adults: 0,
        children: 0,
        doorNote: '',
        priorityReason: null,
        genderWish: null,
        dueAt: null,
      },
      null,
    );
    run(
      tx,
      'INSERT INTO kiosk_request (request_id, ticket_id, at, digest) VALUES (?, ?, ?, ?)',
      input.requestId,
      ticketId,
      tx.at,
      digestOf(input),
    );
    run(tx, 'DELETE FROM kiosk_request WHERE at < ?', `${addDays(localDateOf(tx.at), -1)}T00:00:00.000Z`);
    return ticketId;
  });
}

const RequestRow = z.strictObject({ ticket_id: z.string(), digest: z.string().nullable() });

/** The ticket that the request was given, or null. Throws RULE request-reused where something else was touched then. */
function ticketOfRequest(db: Db, input: Wish): string | null {
  const row = findRow(
    db,
    RequestRow,
    'SELECT ticket_id, digest FROM kiosk_request WHERE request_id = ?',
    input.requestId,
  );
  if (row && row.digest !== null && row.digest !== digestOf(input)) throw rule('request-reused');
  return row?.ticket_id ?? null;
}

function digestOf({ language, topics }: Wish): string {
  return sha256Hex(JSON.stringify([language, topics]));
}

function isBusy(db: Db, now: string): boolean {
  const since = new Date(Date.parse(now) - WITHIN_MS).toISOString();
  const recent = db.statement('SELECT count(*) FROM kiosk_request WHERE at > ?').pluck(true).get(since);
  return z.int().parse(recent) >= MOST_TICKETS;
}
