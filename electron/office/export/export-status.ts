import { z } from 'zod';
import type { BundleView, ExportStatus } from '../../../shared/export/export.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import type { Core } from '../core.ts';
import { type Db, findRow } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { type Bundle, listNewestBundles } from './bundle-row.ts';
import { nightsOf } from './night.ts';
import { lastNightRun } from './night-run-row.ts';
import { nextNightAfter, nightOf, workDayOf } from './nights-calendar.ts';
import { previewAcceptedBy } from './preview-acceptance.ts';

/** A month of nights, report and backup. */
const SHOWN_BUNDLES = 60;

/** How the nights stand: what the city has confirmed, what waits, and why a night brought nothing. */
export function exportStatus(db: Db, core: Core): ExportStatus {
  const { epoch, nightly_at: nightlyAt } = findOffice(db);
  const now = core.ports.clock.now();
  const night = lastNightRun(db);
  const problem = nightsOf(core).unrecorded ?? night.problem;
  const wholeNightOn = night.at !== null && problem === null ? workDayOf(night.at) : null;
  const confirmedUpTo = confirmedDay(db, epoch, wholeNightOn);
  return {
    confirmedUpTo,
    unconfirmedNights: daysOfWorkAfter(db, confirmedUpTo).filter((day) => nightOf(day, nightlyAt) <= now).length,
    nextRunAt: nextNightAfter(now, nightlyAt),
    lastRunAt: night.at,
    problem,
    forkAlarm: db.statement("SELECT 1 FROM bundle WHERE state = 'fork' LIMIT 1").get() !== undefined,
    previewAcceptedBy: previewAcceptedBy(db),
    bundles: listNewestBundles(db, SHOWN_BUNDLES).map(viewOf),
  };
}

const Pending = z.object({ sequence: z.int(), day_to: z.string().nullable() });
const Day = z.object({ day: z.string().nullable() });

/**
 * The day up to which every report is confirmed. A night without changes writes no report: once all that were written are
 * confirmed, the day of the last whole night counts too.
 */
function confirmedDay(db: Db, epoch: number, wholeNightOn: LocalDate | null): LocalDate | null {
  const pending = findRow(
    db,
    Pending,
    `SELECT sequence, day_to FROM bundle WHERE kind = 'report' AND epoch = ? AND confirmed_at IS NULL AND state <> 'superseded'
      ORDER BY sequence LIMIT 1`,
    epoch,
  );
  const confirmed = newestDay(db, 'epoch = ? AND sequence < ?', epoch, pending?.sequence ?? Number.MAX_SAFE_INTEGER);
  // After a restore: what was confirmed before it stays confirmed.
  if (confirmed === null) return newestDay(db, 'epoch < ?', epoch);
  if (!pending) return wholeNightOn !== null && wholeNightOn > confirmed ? wholeNightOn : confirmed;
  // A second report of the same day waits: the day is not confirmed as a whole.
  return pending.day_to !== null && pending.day_to <= confirmed ? addDays(pending.day_to, -1) : confirmed;
}

/** `where` is a condition of our own with one mark for each value. */
function newestDay(db: Db, where: string, ...values: number[]): LocalDate | null {
  const sql = `SELECT max(day_to) AS day FROM bundle WHERE kind = 'report' AND confirmed_at IS NOT NULL AND ${where}`;
  return findRow(db, Day, sql, ...values)?.day ?? null;
}

/** The days on which somebody came. */
function daysOfWorkAfter(db: Db, day: LocalDate | null): LocalDate[] {
  const days = db
    .statement('SELECT day FROM queue_day WHERE day > ? ORDER BY day')
    .pluck()
    .all(day ?? '');
  return z.array(z.string()).parse(days);
}

function viewOf(bundle: Bundle): BundleView {
  const { name, kind, epoch, sequence, code } = bundle;
  return {
    name,
    kind,
    epoch,
    sequence,
    // As long as it does not lie in the export folder, it is not out.
    state: bundle.state === 'written' && bundle.delivered_at === null ? 'writing' : bundle.state,
    createdAt: bundle.created_at,
    sizeBytes: bundle.size_bytes,
    code,
    confirmedAt: bundle.confirmed_at,
  };
}
