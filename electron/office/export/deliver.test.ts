import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signNote } from '../../../shared/node/bundle/bundle-signing.ts';
import { generateSigningKey } from '../../../shared/node/crypto.ts';
import { findOffice } from '../office/office-row.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { findBundle, listUndelivered } from './bundle-row.ts';
import { runNightByHand } from './run-night.ts';
import {
  createNightOffice,
  night,
  outboxOf,
  readNote,
  reportIn,
  serve,
  setExportFolder,
} from './testing/night-office.ts';

let office: TestOffice;
let folder: string;
let logged: string[];

beforeEach(async () => {
  office = await createNightOffice();
  folder = mkdtempSync(join(tmpdir(), 'tandem-folder-'));
  setExportFolder(office, folder);
  logged = [];
  office.ports.log.write = ({ code }) => logged.push(code);
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = 'test-office-report-e1-00000001';
const bytes = (place: string, file: string) => readFileSync(join(place, file));

test('what lies in the folder is what is kept, byte for byte', async () => {
  serve(office);
  await night(office);
  expect(readdirSync(folder).sort()).toEqual(readdirSync(outboxOf(office)).sort());
  for (const file of readdirSync(folder)) expect(bytes(folder, file).equals(bytes(outboxOf(office), file))).toBe(true);
  expect(listUndelivered(office.db)).toEqual([]);
});

test('who starts the night by hand is told first that the folder is away, and nothing is written', async () => {
  serve(office);
  rmSync(folder, { recursive: true });
  await expect(runNightByHand(office.core, office.who.lead.staffId)).rejects.toMatchObject({
    detail: { reason: 'folder-missing' },
  });
  expect(findBundle(office.db, first)).toBeNull();
});

test('a file in the place of the folder is no folder', async () => {
  serve(office);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  expect((await night(office)).problem).toBe('folder-missing');
  rmSync(folder);
});

test('a damaged copy in the folder is put in order, and a note that we did not sign gives way', async () => {
  serve(office);
  await night(office);
  const note = await readNote(office, first, folder);
  writeFileSync(join(folder, `${first}.age`), 'damaged');
  await deliverAgainTo();
  expect(bytes(folder, `${first}.age`).equals(bytes(outboxOf(office), `${first}.age`))).toBe(true);

  writeFileSync(join(folder, `${first}.note`), signNote(note, generateSigningKey().privateKeyPem));
  await deliverAgainTo();
  expect(bytes(folder, `${first}.note`).equals(bytes(outboxOf(office), `${first}.note`))).toBe(true);
});

test('a link or a folder under the name of a bundle is not followed', async () => {
  serve(office);
  symlinkSync(join(folder, 'elsewhere'), join(folder, `${first}.age`));
  symlinkSync(join(folder, 'elsewhere'), join(folder, `${first}.note`));
  expect((await night(office)).problem).toBeNull();
  expect(readdirSync(folder)).not.toContain('elsewhere');
  expect(bytes(folder, `${first}.age`).equals(bytes(outboxOf(office), `${first}.age`))).toBe(true);
  expect(lstatSync(join(folder, `${first}.note`)).isFile()).toBe(true);
});

async function deliverAgainTo(): Promise<void> {
  office.write(office.who.admin, 'test', (tx) => tx.statement('UPDATE bundle SET delivered_at = NULL').run());
  await night(office);
}

test('a second file that this office signed under the same number is never overwritten', async () => {
  serve(office);
  await night(office);
  const note = await readNote(office, first, folder);
  const other = signNote({ ...note, fileSha256: 'c'.repeat(64) }, findOffice(office.db).signing_private_pem);
  writeFileSync(join(folder, `${first}.note`), other);
  office.write(office.who.admin, 'test', (tx) => tx.statement('UPDATE bundle SET delivered_at = NULL').run());
  expect((await night(office)).problem).toBe('failed');
  expect(bytes(folder, `${first}.note`).toString('utf8')).toBe(other);
  expect(logged).toContain('other-bundle-in-folder');
});

test('a kept bundle that somebody took away is given up and told again under the next number', async () => {
  serve(office);
  rmSync(folder, { recursive: true });
  await night(office);
  rmSync(join(outboxOf(office), `${first}.age`));
  mkdirSync(folder);
  await night(office);
  expect(findBundle(office.db, first)).toMatchObject({ state: 'rejected', code: 'file-missing' });
  expect(logged).toContain('kept-bundle-lost');
  const repeated = reportIn(await night(office));
  expect(repeated).toBe('test-office-report-e1-00000002');
  expect(await readNote(office, repeated ?? '', folder)).toMatchObject({ supersedes: [1] });
});
