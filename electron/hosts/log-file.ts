import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../office/ports.ts';

const LARGEST_FILE_BYTES = 1024 * 1024;
const KEPT_FILES = 5;
const LONGEST_DETAIL = 160;

/**
 * Writes codes as lines of JSON to `log/tandem.log` in the data folder; five files of 1 MiB are kept. A log that can't
 * be written (full disk) is given up in silence: the work at the counter goes on.
 */
export function createLogFile(dataFolder: string, clock: Clock): Log {
  const folder = join(dataFolder, 'log');
  const path = join(folder, 'tandem.log');
  return {
    write(entry) {
      const detail = Object.entries(entry.detail ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.slice(0, LONGEST_DETAIL) : value,
      ]);
      const line = JSON.stringify({
        at: clock.now(),
        level: entry.level,
        code: entry.code,
        ...Object.fromEntries(detail),
      });
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        rotateWhenFull(path);
        appendFileSync(path, `${line}\n`, { mode: 0o600 });
      } catch {
        // Said above.
      }
    },
  };
}

function rotateWhenFull(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGEST_FILE_BYTES) return;
  rmSync(`${path}.${KEPT_FILES - 1}`, { force: true });
  for (let number = KEPT_FILES - 2; number >= 1; number -= 1) {
    if (statSync(`${path}.${number}`, { throwIfNoEntry: false }))
      renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
  renameSync(path, `${path}.1`);
}
