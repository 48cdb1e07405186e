import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDrivenClock } from './driven-clock.ts';
import { createLogFile } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('writes one line a code, readable by its owner only', () => {
  const log = createLogFile(folder, createDrivenClock('2026-11-23T08:00:00.000Z'));
  log.write({ level: 'info', code: 'started' });
  log.write({ level: 'error', code: 'incident', detail: { incident: 'AB12', long: 'x'.repeat(500) } });
  const lines = readFileSync(join(folder, 'log', 'tandem.log'), 'utf8')
    .trim()
    .split('\n');
  expect(JSON.parse(lines[0] ?? '')).toEqual({ at: '2026-11-23T08:00:00.000Z', level: 'info', code: 'started' });
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ incident: 'AB12', long: 'x'.repeat(160) });
  expect(statSync(join(folder, 'log', 'tandem.log')).mode & 0o777).toBe(0o600);
});

test('keeps five files', () => {
  const log = createLogFile(folder, createDrivenClock('2026-11-23T08:00:00.000Z'));
  for (let round = 0; round < 8; round += 1) {
    log.write({ level: 'info', code: `round-${round}` });
    writeFileSync(join(folder, 'log', 'tandem.log'), 'x'.repeat(1024 * 1024), { flag: 'a' });
  }
  expect(readdirSync(join(folder, 'log')).sort()).toEqual([
    'tandem.log',
    'tandem.log.1',
    'tandem.log.2',
    'tandem.log.3',
    'tandem.log.4',
  ]);
  expect(readFileSync(join(folder, 'log', 'tandem.log.1'), 'utf8')).toContain('round-6');
});

test('a log that cannot be written stops nothing', () => {
  writeFileSync(join(folder, 'log'), 'a file stands where the folder should be');
  const log = createLogFile(folder, createDrivenClock('2026-11-23T08:00:00.000Z'));
  expect(() => log.write({ level: 'info', code: 'started' })).not.toThrow();
});
