import { v7 as uuidv7 } from 'uuid';
import {
  type HoursException,
  isOnDay,
  type PlannedHours,
  type Series,
} from '../../../shared/appointments/consulting-hours.rules.ts';
import { addDays, localDateOf } from '../../../shared/kernel/instants.ts';
import { getStaff } from '../access/staff.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound, rule } from '../rpc/faults.ts';
import { ClosureRow, ExceptionRow, SeriesRow } from './consulting-plan.ts';
import { requireOutpost } from './outposts.ts';

interface On {
  id: string;
  revision: number;
}
export type SeriesFields = Omit<Series, 'id'>;

function getSeries(db: Db, id: string): Series & { revision: number } {
  const series = findRow(db, SeriesRow, 'SELECT * FROM consulting_series WHERE id = ?', id);
  if (!series) throw notFound();
  return series;
}

/** Keeps the state after a change, so that the hours as they were known on any day can be told. */
function record(
  tx: Tx,
  by: string,
  subject: 'series' | 'exception' | 'closure',
  subjectId: string,
  what: 'added' | 'changed' | 'ended' | 'withdrawn',
  state: object,
): void {
  run(
    tx,
    'INSERT INTO consulting_change (at, staff_id, subject, subject_id, what, state) VALUES (?, ?, ?, ?, ?, ?)',
    tx.at,
    by,
    subject,
    subjectId,
    what,
    JSON.stringify(state),
  );
}

function check(tx: Tx, hours: PlannedHours): void {
  if (hours.from >= hours.to) throw rule('hours-backwards');
  if ((hours.place === 'outpost') !== (hours.outpostId !== null)) throw rule('outpost-missing');
  if (hours.outpostId !== null) requireOutpost(tx, hours.outpostId);
  for (const staffId of hours.staffIds) getStaff(tx, staffId);
}

function insertSeries(tx: Tx, fields: SeriesFields, replaces: string | null): string {
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO consulting_series (id, weekday, every_weeks, from_time, to_time, kind, place, outpost_id, languages, topics, staff_ids, slot_minutes, valid_from, valid_until, replaces)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    fields.weekday,
    fields.everyWeeks,
    fields.from,
    fields.to,
    fields.kind,
    fields.place,
    fields.outpostId,
    fields.languages === null ? null : JSON.stringify(fields.languages),
    fields.topics === null ? null : JSON.stringify(fields.topics),
    JSON.stringify(fields.staffIds),
    fields.slotMinutes,
    fields.validFrom,
    fields.validUntil,
    replaces,
  );
  return id;
}

/** Enters a weekly series. Throws RULE hours-backwards, outpost-missing, dates-backwards, not-offered. */
export function addSeries(tx: Tx, fields: SeriesFields, by: string): On {
  check(tx, fields);
  requireOffered(tx, 'topic', fields.topics ?? []);
  if (fields.validUntil !== null && fields.validUntil < fields.validFrom) throw rule('dates-backwards');
  const id = insertSeries(tx, fields, null);
  record(tx, by, 'series', id, 'added', { ...fields, id });
  tx.touch({ entity: 'consulting-hours', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/**
 * Changes a series from the day `fields.validFrom` on. Days before keep their hours: the old row ends the day before and a
 * new one begins, which takes along the exceptions of its days. A series that has not begun yet is changed as it stands.
 * Days are not changed in hindsight (RULE in-hindsight).
 */
export function changeSeries(tx: Tx, on: On, fields: SeriesFields, by: string): On {
  const series = getSeries(tx, on.id);
  if (series.revision !== on.revision) throw conflict(series.revision);
  check(tx, fields);
  requireOffered(tx, 'topic', fields.topics ?? [], series.topics ?? []);
  if (fields.validUntil !== null && fields.validUntil < fields.validFrom) throw rule('dates-backwards');
  if (fields.validFrom < localDateOf(tx.at)) throw rule('in-hindsight');
  endRow(tx, series, addDays(fields.validFrom, -1), by, series.validFrom >= fields.validFrom);
  const id = insertSeries(tx, fields, series.id);
  record(tx, by, 'series', id, 'added', { ...fields, id });
  tx.touch({ entity: 'consulting-hours', id, op: 'put', revision: 1 });
  takeExceptionsAlong(tx, series.id, { ...fields, id }, by);
  return { id, revision: 1 };
}

/** A day that was cancelled or changed stays so when its series changes, as long as the series still has that day. */
function takeExceptionsAlong(tx: Tx, fromId: string, to: Series, by: string): void {
  const sql = `SELECT id, revision, series_id, day, kind, hours FROM consulting_exception
    WHERE series_id = ? AND day >= ? AND withdrawn_at IS NULL`;
  for (const { id, revision, day, hours } of listRows(tx, ExceptionRow, sql, fromId, to.validFrom)) {
    if (!isOnDay(to, day)) continue;
    run(tx, 'UPDATE consulting_exception SET series_id = ?, revision = revision + 1 WHERE id = ?', to.id, id);
    record(tx, by, 'exception', id, 'changed', { id, seriesId: to.id, day, hours });
    tx.touch({ entity: 'consulting-hours', id, op: 'put', fields: ['series_id'], revision: revision + 1 });
  }
}

/** Ends a series with a last day (today or later; the day before its begin takes it away before it began). */
export function endSeries(tx: Tx, on: On, lastDay: string, by: string): On {
  const series = getSeries(tx, on.id);
  if (series.revision !== on.revision) throw conflict(series.revision);
  if (lastDay < addDays(localDateOf(tx.at), -1)) throw rule('in-hindsight');
  endRow(tx, series, lastDay, by, series.validFrom > lastDay);
  return { id: on.id, revision: on.revision + 1 };
}

function endRow(tx: Tx, series: Series & { revision: number }, lastDay: string, by: string, never: boolean): void {
  // One that never took place ends before it begins; its row stays for the history.
  const validUntil = never ? addDays(series.validFrom, -1) : lastDay;
  const { revision, ...state } = series;
  run(tx, 'UPDATE consulting_series SET valid_until = ?, revision = revision + 1 WHERE id = ?', validUntil, series.id);
  record(tx, by, 'series', series.id, 'ended', { ...state, validUntil });
  tx.touch({
    entity: 'consulting-hours',
    id: series.id,
    op: 'put',
    fields: ['valid_until'],
    revision: revision + 1,
  });
}

/**
 * One day of a series that is cancelled (hours null) or otherwise, or hours of that day alone (seriesId null). An exception
 * that the day has already is withdrawn. Throws RULE in-hindsight for a day that is over, RULE not-offered.
 */
export function addException(tx: Tx, exception: Omit<HoursException, 'id'>, by: string): On {
  const { seriesId, day, hours } = exception;
  if (day < localDateOf(tx.at)) throw rule('in-hindsight');
  if (seriesId === null && hours === null) throw rule('outpost-missing');
  const series = seriesId === null ? null : getSeries(tx, seriesId);
  if (hours) {
    check(tx, hours);
    requireOffered(tx, 'topic', hours.topics ?? [], series?.topics ?? []);
  }
  if (seriesId !== null) {
    const sql =
      'SELECT id, revision, series_id, day, kind, hours FROM consulting_exception WHERE series_id = ? AND day = ? AND withdrawn_at IS NULL';
    const standing = findRow(tx, ExceptionRow, sql, seriesId, day);
    if (standing) withdrawException(tx, standing, by);
  }
  const id = uuidv7();
  const kind = seriesId === null ? 'extra' : hours === null ? 'cancelled' : 'changed';
  run(
    tx,
    'INSERT INTO consulting_exception (id, series_id, day, kind, hours) VALUES (?, ?, ?, ?, ?)',
    id,
    seriesId,
    day,
    kind,
    hours === null ? null : JSON.stringify(hours),
  );
  record(tx, by, 'exception', id, 'added', { id, seriesId, day, hours });
  tx.touch({ entity: 'consulting-hours', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Takes an exception back. Throws NOT_FOUND, CONFLICT. */
export function withdrawException(tx: Tx, on: On, by: string): On {
  const sql =
    'SELECT id, revision, series_id, day, kind, hours FROM consulting_exception WHERE id = ? AND withdrawn_at IS NULL';
  const found = findRow(tx, ExceptionRow, sql, on.id);
  if (!found) throw notFound();
  if (found.revision !== on.revision) throw conflict(found.revision);
  run(tx, 'UPDATE consulting_exception SET withdrawn_at = ?, revision = revision + 1 WHERE id = ?', tx.at, on.id);
  const { id, seriesId, day, hours } = found;
  record(tx, by, 'exception', id, 'withdrawn', { id, seriesId, day, hours });
  tx.touch({ entity: 'consulting-hours', id, op: 'put', fields: ['withdrawn_at'], revision: on.revision + 1 });
  return { id, revision: on.revision + 1 };
}

/** The office is closed from one day to another, or somebody is away (without a reason: that is nobody's business). */
export function addClosure(
  tx: Tx,
  closure: { staffId: string | null; from: string; to: string; reason: string },
  by: string,
): On {
  if (closure.to < closure.from) throw rule('dates-backwards');
  if (closure.staffId !== null) getStaff(tx, closure.staffId);
  const id = uuidv7();
  const reason = closure.staffId === null ? closure.reason : '';
  run(
    tx,
    'INSERT INTO closure (id, staff_id, from_on, to_on, reason) VALUES (?, ?, ?, ?, ?)',
    id,
    closure.staffId,
    closure.from,
    closure.to,
    reason,
  );
  record(tx, by, 'closure', id, 'added', { ...closure, reason, id });
  tx.touch({ entity: 'consulting-hours', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Takes a closure or an absence back. Throws NOT_FOUND, CONFLICT. */
export function withdrawClosure(tx: Tx, on: On, by: string): On {
  const sql =
    'SELECT id, revision, staff_id, from_on, to_on, reason FROM closure WHERE id = ? AND withdrawn_at IS NULL';
  const found = findRow(tx, ClosureRow, sql, on.id);
  if (!found) throw notFound();
  if (found.revision !== on.revision) throw conflict(found.revision);
  run(tx, 'UPDATE closure SET withdrawn_at = ?, revision = revision + 1 WHERE id = ?', tx.at, on.id);
  const { revision: _revision, ...state } = found;
  record(tx, by, 'closure', on.id, 'withdrawn', state);
  tx.touch({ entity: 'consulting-hours', id: on.id, op: 'put', fields: ['withdrawn_at'], revision: on.revision + 1 });
  return { id: on.id, revision: on.revision + 1 };
}
