import type { ExportStatus } from '../../../shared/export/export.contract.ts';
import { Fault } from '../rpc/faults.ts';

/** Why a night did not do all that it should. */
export type ProblemReason = NonNullable<ExportStatus['problem']>;

/** A night's step that can't be done, for a reason that the desk shows. */
export class ExportProblem extends Error {
  override name = 'ExportProblem';
  readonly reason: ProblemReason;

  constructor(reason: ProblemReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The office closes: the night stops where it is and goes on at the next start. */
export class NightInterrupted extends Error {
  override name = 'NightInterrupted';

  constructor() {
    super('night interrupted');
  }
}

// The disk or a quota is full; EFBIG: the system allows no file of this size. SQLite says IOERR_WRITE for it.
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE']);

/** The reason to show for what was thrown; `failed` for everything that nobody foresaw. */
export function problemOf(error: unknown): ProblemReason {
  if (error instanceof ExportProblem) return error.reason;
  if (error instanceof Fault) return error.detail?.['reason'] === 'no-space' ? 'no-space' : 'failed';
  return NO_SPACE.has(codeOf(error)) ? 'no-space' : 'failed';
}

/** What was thrown while a file was put into the export folder: the folder itself may be the reason. */
export function folderProblemOf(error: unknown): ProblemReason {
  const problem = problemOf(error);
  if (problem !== 'failed') return problem;
  if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return 'folder-not-writable';
  return ['ENOENT', 'ENOTDIR', 'ENODEV', 'EHOSTDOWN', 'ENOTCONN', 'ESTALE'].includes(codeOf(error))
    ? 'folder-missing'
    : 'failed';
}

/** The code of a system or database error; empty for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
