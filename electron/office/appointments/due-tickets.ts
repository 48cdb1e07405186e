import { z } from 'zod';
import { elapsedMs, localDateOf } from '../../../shared/kernel/instants.ts';
import { type Core, writeAndPublish } from '../core.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { closedAt } from '../queue/queue-day.ts';
import { type Appointment, appointmentsById } from './appointment-row.ts';
import { issueFor } from './arrive.ts';
import { touched } from './change-appointment.ts';

/** A call joins the line so long before its time; whoever calls finds the papers. */
const CALL_LEAD_MINUTES = 5;
/** A home visit joins the line so long before somebody has to leave. */
const VISIT_LEAD_MINUTES = 10;

function shifted(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** When somebody has to begin: for a home visit when they leave. */
function dueAtOf({ place, startsAt, travelMinutes }: Appointment): string {
  return place === 'home' ? shifted(startsAt, -travelMinutes) : startsAt;
}

/** When an appointment at a distance joins the waiting list. */
function joinsAt(appointment: Appointment): string {
  return shifted(dueAtOf(appointment), appointment.place === 'home' ? -VISIT_LEAD_MINUTES : -CALL_LEAD_MINUTES);
}

/** Calls and home visits of a day that have no ticket yet, by the instant at which they join the line. */
function listWithoutTicket(db: Db, day: string): Appointment[] {
  const sql = `SELECT id FROM appointment
    WHERE day = ? AND place IN ('phone', 'home') AND kind = 'talk' AND status = 'booked' AND ticket_id IS NULL`;
  const ids = z.array(z.string()).parse(db.statement(sql).pluck().all(day));
  return [...appointmentsById(db, ids).values()].sort((a, b) => joinsAt(a).localeCompare(joinsAt(b)));
}

/**
 * Puts the calls and home visits that are due soon into the waiting list, each once. What is over already stays out: the
 * desk says what became of it. Nothing happens on a day that is closed. Returns how many were put in.
 */
export function issueDueTickets(tx: Tx): number {
  const day = localDateOf(tx.at);
  if (closedAt(tx, day) !== null) return 0;
  const due = listWithoutTicket(tx, day).filter((one) => joinsAt(one) <= tx.at && tx.at < one.endsAt);
  for (const appointment of due) {
    const kind = appointment.place === 'home' ? 'home-visit' : 'call-back';
    const { ticketId } = issueFor(tx, appointment, kind, dueAtOf(appointment), null);
    run(tx, 'UPDATE appointment SET ticket_id = ? WHERE id = ?', ticketId, appointment.id);
    touched(tx, { appointmentId: appointment.id, revision: appointment.revision }, ['ticket_id']);
  }
  return due.length;
}

/** The clock may be set and the machine may sleep: look again at least this often. */
const LOOK_AGAIN_MS = 3_600_000;
/** One that could not be put in must not keep the office busy. */
const AT_LEAST_MS = 15_000;

/** Watches the clock of an open office, so that calls and home visits join the line in time. The result ends it. */
function watchDueTickets(core: Core): () => void {
  let cancel = () => {};
  const look = () => {
    cancel();
    const { clock } = core.ports;
    const next = core.database ? nextLookMs(core.database, clock.now()) : LOOK_AGAIN_MS;
    cancel = clock.after(next, () => {
      issueNow(core);
      look();
    });
  };
  const unsubscribe = core.changes.subscribe('change', ({ entity }) => {
    if (entity === 'appointment') look();
  });
  look();
  return () => {
    cancel();
    unsubscribe();
  };
}

function nextLookMs(db: Db, now: string): number {
  const today = localDateOf(now);
  const next = listWithoutTicket(db, today).find(({ endsAt }) => now < endsAt);
  if (!next || closedAt(db, today) !== null) return LOOK_AGAIN_MS;
  return Math.min(LOOK_AGAIN_MS, Math.max(AT_LEAST_MS, elapsedMs(now, joinsAt(next))));
}

function issueNow(core: Core): void {
  if (!core.database) return;
  const now = core.ports.clock.now();
  if (closedAt(core.database, localDateOf(now)) !== null) return;
  if (!listWithoutTicket(core.database, localDateOf(now)).some((one) => joinsAt(one) <= now && now < one.endsAt))
    return;
  try {
    writeAndPublish(core, { staffId: null, procedure: 'appointments.due' }, issueDueTickets);
  } catch (error) {
    const thrown = error instanceof Error ? error.constructor.name : typeof error;
    core.ports.log.write({ level: 'error', code: 'due-tickets-failed', detail: { thrown } });
  }
}

/** From the opening of the database to its close. */
export function scheduleDueTickets(core: Core): void {
  let stop = core.database ? watchDueTickets(core) : () => {};
  core.opened.push(() => {
    stop();
    stop = watchDueTickets(core);
  });
  core.closing.push(() => stop());
}
