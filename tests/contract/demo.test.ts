import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../build/project.ts';
import { openBundleFile } from '../../city/open-bundle.ts';

const DEMO = join(PROJECT, 'electron', 'hosts', 'cli', 'demo.ts');
// A day that is over: the office's clock must show it all the same.
const DATE = '2026-03-02';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-demo-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the shipped day', () => {
  it('is played at its own times and reported with them', async () => {
    const out = join(folder, 'played');
    const said = execFileSync(process.execPath, [DEMO, '--out', out, '--date', DATE, '--recipient', 'x25519'], {
      encoding: 'utf8',
    });
    const summary: unknown = JSON.parse(said.trim().split('\n').at(-1) ?? '');
    const rows = readFileSync(join(PROJECT, 'resources', 'demo', 'day.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    const referrals = rows.filter((row) => row[6] !== '').length;
    expect(summary).toMatchObject({
      contacts: rows.length,
      letters: referrals,
      bundles: 2,
      receipts: 2,
      records: { contact: rows.length, referral: referrals },
      city: { accepted: { contact: rows.length } },
    });
    expect(readdirSync(join(out, 'letters')).filter((name) => name.endsWith('.pdf'))).toHaveLength(referrals);

    const report = readdirSync(join(out, 'outbox')).find((name) => /-report-.*\.age$/.test(name)) ?? '';
    const opened = join(folder, 'opened');
    await openBundleFile({ file: join(out, 'outbox', report), keys: join(out, 'city', 'keys'), out: opened });
    const contacts = readFileSync(join(opened, 'data', 'contact.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { day: string; hour: number; minutes: number });
    expect(new Set(contacts.map(({ day }) => day))).toEqual(new Set([DATE]));
    expect(contacts.map(({ minutes }) => minutes).sort((a, b) => a - b)).toEqual(
      rows.map((row) => Number(row[5])).sort((a, b) => a - b),
    );
    // A talk begins when its visitor has waited: never in an earlier hour than they came.
    expect(Math.min(...contacts.map(({ hour }) => hour))).toBe(9);
    expect(Math.max(...contacts.map(({ hour }) => hour))).toBeLessThanOrEqual(16);
  }, 120_000);
});

it('names every bad row with its line and reason, and writes nothing', () => {
  const day = join(folder, 'bad.csv');
  writeFileSync(
    day,
    'time,kind,language,topics,person,minutes,referral\n25:00,walk-in,ar,kita,,8,\n09:10,walk-in,ar,kita,,8,\n09:12,walk-in,xx,kita,,8,\n',
  );
  const out = join(folder, 'never');
  const { status, stderr } = spawnSync(process.execPath, [DEMO, '--out', out, '--day', day], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/\b2\b.*\n.*\b4\b/);
  expect(existsSync(out)).toBe(false);
});
