/** A process that writes calls into a database on its own, past all of the program's checks: `node racing-child.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { openDatabase } from '../../../electron/office/database/open-database.ts';

interface Orders {
  path: string;
  key: string;
  staffId: string;
  /** The tickets, in the order in which both writers try them. */
  tickets: string[];
}

// Written by the test beside it.
const orders = JSON.parse(readFileSync(0, 'utf8')) as Orders;
const database = openDatabase(orders.path, Buffer.from(orders.key, 'hex'));
if (!database) throw new Error('The key fits');
const insert = database.prepare(
  "INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id, desk) VALUES (?, ?, 'called', '2026-11-23T09:00:00.000Z', ?, ?)",
);
// Neither begins before both are there; on a busy machine one would else be through before the other has started.
const READY = '.ready-';
writeFileSync(`${orders.path}${READY}${process.pid}`, '');
const ready = () => readdirSync(dirname(orders.path)).filter((name) => name.startsWith(basename(orders.path) + READY));
while (ready().length < 2) pauseOneMs();
const won: string[] = [];
for (const ticketId of orders.tickets) {
  if (!calls(ticketId)) continue;
  won.push(ticketId);
  // SQLite gives the lock to whoever asks again at once; the other would starve, and there would be no race.
  pauseOneMs();
}
database.close();
process.stdout.write(JSON.stringify(won));

function pauseOneMs(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}

function calls(ticketId: string): boolean {
  for (;;) {
    try {
      // Each process writes a sequence of its own: only the rule "one call a ticket" stands between them.
      insert.run(ticketId, 2 + (process.pid % 500), orders.staffId, process.pid % 1000);
      return true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (/called already|UNIQUE/.test(error.message)) return false;
      // The other one is writing at this moment.
      if (!/locked|busy/.test(error.message)) throw error;
    }
  }
}
