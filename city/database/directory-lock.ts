import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 200;
const PATIENCE_MS = 30_000;

/** Another process has the database open and did not finish in time. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';
}

/**
 * Takes the only right to work in a folder, by a file `<folder>.lock` with our process id. The lock of a process that is
 * gone is taken over.
 *
 * @returns a function that gives the right back.
 * @throws DatabaseInUse after thirty seconds.
 */
export async function lockDirectory(folder: string): Promise<() => Promise<void>> {
  const path = `${folder}.lock`;
  const until = Date.now() + PATIENCE_MS;
  while (!(await tryLock(path))) {
    if (await ownerIsGone(path)) await rm(path, { force: true });
    else if (Date.now() > until) throw new DatabaseInUse(path);
    else await pause(PAUSE_MS);
  }
  return () => rm(path, { force: true });
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function ownerIsGone(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  // An empty file is one that its owner is just writing.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
