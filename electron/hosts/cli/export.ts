import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ORPCError } from '@orpc/client';
import { createOffice } from '../../office/office.ts';
import { inProcessDesk } from '../in-process-desk.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import { createNodePorts } from '../node-ports.ts';
import { systemClock } from '../system-clock.ts';

/**
 * `npm run export -- --data DIR --name SIGN-IN-NAME [--passphrase-file FILE]`
 *
 * Runs one night of a closed office without a screen: receipts, report, backup, delivery. The passphrase comes from a file
 * that nobody else may read (mode 0600), or from standard input; never from the command line, which others can see.
 * Prints one line of JSON: what was written, or the fault; then the exit code is 1.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, name: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  if (!values.data || !values.name) throw new Error('--data DIR and --name SIGN-IN-NAME are needed');
  const passphrase = readPassphrase(values['passphrase-file'] ?? null);
  const dataFolder = resolve(values.data);
  const lock = takeInstanceLock(dataFolder);
  if (!lock) throw new Error('the office is open; it runs its nights by itself');
  const office = createOffice(createNodePorts(dataFolder, systemClock));
  try {
    await office.start();
    const { client, leave } = inProcessDesk(office);
    try {
      await client.access.signIn({ name: values.name, passphrase, desk: 1 });
      say(await client.export.run({ requestId: randomUUID() }));
    } finally {
      leave();
    }
  } finally {
    await office.stop();
    lock.release();
  }
}

function readPassphrase(file: string | null): string {
  if (file === null) return withoutLineEnd(readFileSync(0, 'utf8'));
  // Windows has no such modes; there the folder's rights protect the file.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error('others may read the passphrase file; give it mode 0600');
  return withoutLineEnd(readFileSync(file, 'utf8'));
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof ORPCError) say({ fault: error.code, ...(error.data as object) });
  else process.stderr.write(`tandem: ${error instanceof Error ? error.message : 'could not export'}\n`);
  process.exitCode = 1;
});
