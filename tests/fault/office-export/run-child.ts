import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ClosedOffice } from './closed-office.ts';

const CHILD = fileURLToPath(new URL('./night-child.ts', import.meta.url));

/** One night in another process. `fileKiB` bounds the size of every file that it writes, as a full disk would. */
export async function nightInChild(
  office: ClosedOffice,
  options: { dieAt?: { moment: string; passes: number }; fileKiB?: number } = {},
): Promise<{ signal: string | null; code: number | null; said: string; stderr: string }> {
  const child =
    options.fileKiB === undefined
      ? spawn(process.execPath, [CHILD])
      : spawn('bash', ['-c', `ulimit -f ${options.fileKiB} && exec "$0" "$1"`, process.execPath, CHILD]);
  let said = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  child.stdin.end(JSON.stringify({ office, dieAt: options.dieAt ?? null }));
  await once(child, 'close');
  return { signal: child.signalCode, code: child.exitCode, said, stderr };
}
