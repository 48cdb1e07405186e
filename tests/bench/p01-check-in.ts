import { v7 as uuidv7 } from 'uuid';
import { openDatabaseOf } from '../../electron/office/core.ts';
import { appendJournal } from '../../electron/office/database/journal.ts';
import { checkIn } from '../../electron/office/queue/check-in.ts';
import { answerTo, askedBy, recordAnswer } from '../../electron/office/rpc/requests.ts';
import type { TestOffice } from '../../electron/office/testing/test-office.ts';
import { AT_THE_DOOR } from '../../electron/office/testing/test-talk.ts';
import { type Figure, figure, inTurn, timedSync } from './measure.ts';

/**
 * From the call to the durable ticket (synchronous = FULL), beside the bare driver running the statements that the
 * engine runs, captured from it, in one transaction of its own.
 */
export async function measureCheckIn(office: TestOffice, turns = 200): Promise<Figure> {
  const { city } = office.who;
  const raw = openDatabaseOf(office.core).raw;
  // Days before the bench's own, so that numbers never run out: one day for ours, one for the bare driver.
  const bare = bareCheckIn(raw, city.staffId, '2026-01-02');
  let taken = 0;
  const ours = () => {
    // 999 numbers a day are enough for the turns, but not for ours and theirs together.
    if (taken++ % 900 === 0) office.clock.advance(86_400_000);
    const input = { ...AT_THE_DOOR, requestId: uuidv7() };
    return timedSync(() =>
      office.write(city, 'queue.checkIn', (tx) => {
        const asked = askedBy(city, 'queue.checkIn', input);
        const before = answerTo(tx, asked);
        if (before) return before.answer;
        const result = checkIn(tx, input, city);
        recordAnswer(tx, asked, result);
        return result;
      }),
    );
  };
  const measured = await inTurn(turns, ours, () => timedSync(bare));
  return figure({
    id: 'P1',
    what: 'check-in: call to durable ticket, engine',
    beside: 'bare driver, the same statements in one transaction',
    ...measured,
    aim: '≤ 1.5×',
    holds: (ratio) => ratio <= 1.5,
  });
}

/** The statements of a check-in on prepared statements, nothing else: no checks, no schemas, no journal hash. */
function bareCheckIn(raw: ReturnType<typeof openDatabaseOf>['raw'], staffId: string, day: string): () => void {
  const statements = {
    answer: raw.prepare('SELECT procedure, result FROM request WHERE staff_id = ? AND request_id = ?'),
    day: raw.prepare('INSERT INTO queue_day (day) VALUES (?) ON CONFLICT DO NOTHING'),
    closed: raw.prepare('SELECT day, closed_at FROM queue_day WHERE day = ?'),
    highest: raw.prepare('SELECT coalesce(max(number), 0) AS highest FROM ticket WHERE day = ?').pluck(),
    ticket: raw.prepare(
      `INSERT INTO ticket (id, day, number, kind, spoken, understood, read, topics, person_id, adults, children, door_note, priority_reason, arrived_at)
       VALUES (?, ?, ?, 'walk-in', 'ar', 'ar', 'ar', '["kita"]', NULL, 0, 0, '', NULL, ?)`,
    ),
    event: raw.prepare(
      "INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id, desk) VALUES (?, 1, 'issued', ?, ?, 1)",
    ),
    office: raw.prepare('SELECT * FROM office WHERE singleton = 1'),
    record: raw.prepare(
      "INSERT INTO request (staff_id, request_id, procedure, result, at) VALUES (?, ?, 'bench', ?, ?)",
    ),
    head: raw.prepare('SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1'),
  };
  const at = '2026-01-02T09:00:00.000Z';
  let number = 0;
  return () => {
    const [id, requestId] = [uuidv7(), uuidv7()];
    raw.exec('BEGIN IMMEDIATE');
    statements.answer.get(staffId, requestId);
    statements.day.run(day);
    statements.closed.get(day);
    statements.highest.get(day);
    number += 1;
    statements.ticket.run(id, day, number, at);
    statements.event.run(id, at, staffId);
    statements.office.get();
    statements.record.run(staffId, requestId, JSON.stringify({ ticketId: id }), at);
    statements.head.get();
    // The journal's two rows are part of the statements; its chain must stay whole for the office that goes on.
    appendJournal(
      { statement: (sql) => raw.prepare(sql), connection: raw },
      { at, staffId, procedure: 'bench', touches: [{ entity: 'ticket', id, op: 'put' }] },
    );
    raw.exec('COMMIT');
  };
}
