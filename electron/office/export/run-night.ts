import { access, constants } from 'node:fs/promises';
import { type Core, openDatabaseOf } from '../core.ts';
import { findOffice } from '../office/office-row.ts';
import { snapshotOf } from '../office/snapshots.ts';
import { rule } from '../rpc/faults.ts';
import { deliverBundles } from './deliver.ts';
import { codeOf, ExportProblem, NightInterrupted, type ProblemReason, problemOf } from './export-problem.ts';
import { alone, type Beginner, type Night, type NightWatch, nightsOf } from './night.ts';
import { clearProblem, lastNightRun, recordNightRun } from './night-run-row.ts';
import { exchangeFolder, requireFolder } from './outbox.ts';
import { isPreviewAccepted } from './preview-acceptance.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { readCityReceipts } from './read-receipts.ts';
import { writeBackup } from './write-backup.ts';
import { writeReport } from './write-report.ts';

/** What a night brought. */
export interface NightResult {
  /** Names of the bundles that it wrote. */
  written: string[];
  /** The first thing that went wrong; null: nothing did. */
  problem: ProblemReason | null;
}

/**
 * One night: receipts, report, backup, delivery, a local copy, and what is over is removed. Each step is tried, whatever
 * became of the one before; only who runs it by hand is told at once what would keep it from being a whole one.
 *
 * @param watch for tests: told at each moment between two steps.
 * @throws RULE running; NightInterrupted when the office closes meanwhile.
 */
export function runNight(core: Core, by: Beginner, watch?: NightWatch): Promise<NightResult> {
  return alone(core, by, workThrough, watch ? { watch } : {});
}

/**
 * The night, begun by somebody at the desk.
 *
 * @throws RULE with the problem: before anything is written where it shows in time, else when the night is over.
 */
export async function runNightByHand(core: Core, staffId: string): Promise<NightResult> {
  const database = openDatabaseOf(core);
  if (!isPreviewAccepted(database)) throw rule('preview-not-accepted');
  try {
    const folder = exchangeFolder(core, findOffice(database));
    await requireFolder(folder);
    await access(folder, constants.W_OK).catch(() => {
      throw new ExportProblem('folder-not-writable');
    });
  } catch (error) {
    throw error instanceof ExportProblem ? rule(error.reason) : error;
  }
  const result = await runNight(core, { staffId, procedure: 'export.run' });
  if (result.problem === 'failed') throw new Error('A step of the night failed; the log says which');
  if (result.problem) throw rule(result.problem);
  return result;
}

/** Reads the receipts only. @throws RULE folder-missing. */
export async function readReceiptsByHand(core: Core, staffId: string): Promise<number> {
  try {
    return await alone(core, { staffId, procedure: 'export.readReceipts' }, readCityReceipts, { what: 'post' });
  } catch (error) {
    throw error instanceof ExportProblem ? rule(error.reason) : error;
  }
}

/** Between two nights: reads receipts and delivers what still waits. Returns whether nothing waits any more. */
export async function deliverAgain(core: Core): Promise<boolean> {
  return await alone(
    core,
    { staffId: null, procedure: 'export.deliver' },
    async (night) => {
      const problems: ProblemReason[] = [];
      await attempt(night, problems, 'deliver', () => deliverBundles(night));
      await attempt(night, problems, 'receipts', () => readCityReceipts(night));
      const { problem } = lastNightRun(night.database);
      const wasFolder = problem === 'folder-missing' || problem === 'folder-not-writable';
      if (problems.length === 0 && wasFolder) night.write(clearProblem);
      return problems.length === 0;
    },
    { what: 'post' },
  );
}

async function workThrough(night: Night): Promise<NightResult> {
  const written: string[] = [];
  const problems: ProblemReason[] = [];
  // Nothing lies in a folder that is not there; the delivery tells of it.
  await attempt(night, [], 'receipts', () => readCityReceipts(night));
  await attempt(night, problems, 'report', async () => {
    const name = await writeReport(night);
    if (name) written.push(name);
  });
  await attempt(night, problems, 'backup', async () => {
    written.push(await writeBackup(night));
  });
  await attempt(night, problems, 'deliver', () => deliverBundles(night));
  await attempt(night, problems, 'snapshot', () => Promise.resolve(snapshotOf(night.core, night.database.raw)));
  await attempt(night, [], 'prune', () => pruneOutbox(night));
  const problem = problems.find((reason) => reason !== 'preview-not-accepted') ?? problems[0] ?? null;
  record(night, problem);
  return { written, problem };
}

async function attempt(
  night: Night,
  problems: ProblemReason[],
  step: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    // A database that was closed under a step says so in many ways.
    if (error instanceof NightInterrupted || night.core.database !== night.database) throw new NightInterrupted();
    const problem = problemOf(error);
    problems.push(problem);
    const thrown = codeOf(error) || (error instanceof Error ? error.constructor.name : typeof error);
    night.core.ports.log.write({ level: 'error', code: 'night-step-failed', detail: { step, problem, thrown } });
  }
}

function record(night: Night, problem: ProblemReason | null): void {
  const nights = nightsOf(night.core);
  nights.unrecorded = null;
  try {
    night.write((tx) => recordNightRun(tx, { at: night.at, problem }));
  } catch (error) {
    if (error instanceof NightInterrupted) throw error;
    // The disk is full for the database too: the desk is told all the same, and the next start tries again.
    nights.unrecorded = problem ?? problemOf(error);
  }
}
