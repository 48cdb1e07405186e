import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { REPORT_SCHEMA } from '../../shared/bundle/bundle-format.ts';
import { passphraseOf, SMALL_STAFF, setUpSmallOffice, signInAs } from './small-office.ts';
import { startTestHost, type TestHost } from './test-host.ts';

let host: TestHost;
afterEach(async () => {
  await host.remove();
});

function runExport(parameters: readonly string[], input = '') {
  const program = join(import.meta.dirname, '..', '..', 'electron', 'hosts', 'cli', 'export.ts');
  return spawnSync(process.execPath, [program, '--data', host.dataFolder, ...parameters], { input, encoding: 'utf8' });
}

it('runs the night of a closed office without a screen, with the passphrase from a file or from standard input', async () => {
  host = await startTestHost();
  await setUpSmallOffice(host);
  for (const who of ['city', 'partner'] as const) {
    const { client, close } = await signInAs(host, who);
    await client.export.acceptPreview({ requestId: randomUUID(), schemaVersion: REPORT_SCHEMA.version });
    await close();
  }
  const name = ['--name', SMALL_STAFF.city.signInName];
  expect(runExport(name, passphraseOf('city'))).toMatchObject({ status: 1, stdout: '' });
  await host.process.stop();

  const file = join(host.folder, 'passphrase');
  writeFileSync(file, `${passphraseOf('city')}\n`);
  chmodSync(file, 0o644);
  expect(runExport([...name, '--passphrase-file', file])).toMatchObject({ status: 1, stdout: '' });
  chmodSync(file, 0o600);
  const first = runExport([...name, '--passphrase-file', file]);
  expect(JSON.parse(first.stdout)).toEqual({ written: [expect.stringContaining('-backup-')] });
  const second = runExport(name, passphraseOf('city'));
  expect(JSON.parse(second.stdout)).toEqual({ written: [expect.stringContaining('-backup-')] });
  expect(readdirSync(host.outbox).filter((each) => each.endsWith('.age'))).toHaveLength(2);

  const wrong = runExport(name, 'not the passphrase');
  expect(wrong.status).toBe(1);
  expect(JSON.parse(wrong.stdout)).toEqual({ fault: 'RULE', reason: 'sign-in-failed', retryAfterSeconds: 1 });
}, 60_000);
