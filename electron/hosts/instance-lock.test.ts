import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeInstanceLock } from './instance-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own that holds the lock until it is killed. */
async function holdInOtherProcess(): Promise<{ kill(): Promise<void> }> {
  const source = `import { takeInstanceLock } from ${JSON.stringify(new URL('./instance-lock.ts', import.meta.url).href)};
    console.log(takeInstanceLock(${JSON.stringify(folder)}) !== null); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  expect(line.toString().trim()).toBe('true');
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('one process at a time holds a data folder', async () => {
  const other = await holdInOtherProcess();
  try {
    expect(takeInstanceLock(folder)).toBeNull();
  } finally {
    await other.kill();
  }
});

test('the lock of a process that was killed stands in nobody’s way', async () => {
  await (await holdInOtherProcess()).kill();
  const lock = takeInstanceLock(folder);
  expect(lock).not.toBeNull();
  lock?.release();
  const again = takeInstanceLock(folder);
  expect(again).not.toBeNull();
  again?.release();
});
