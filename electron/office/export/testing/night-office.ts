import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPORT_SCHEMA } from '../../../../shared/bundle/bundle-format.ts';
import { type BundleNote, parseBundleNote } from '../../../../shared/bundle/bundle-note.ts';
import { formatReceipt, type Receipt } from '../../../../shared/bundle/receipt.ts';
import { writeFileWhole } from '../../../../shared/node/bundle/bundle-files.ts';
import { signReceipt } from '../../../../shared/node/bundle/bundle-signing.ts';
import { unpackBundle } from '../../../../shared/node/bundle/unpack-bundle.ts';
import type { Session } from '../../access/session.ts';
import { changeContact } from '../../consultations/change-contact.ts';
import { finishConsultation } from '../../consultations/finish-contact.ts';
import { findOffice } from '../../office/office-row.ts';
import { changeOffice } from '../../office/settings.ts';
import { startTicket } from '../../queue/act-on-ticket.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { ticket } from '../../testing/test-talk.ts';
import { findBundle } from '../bundle-row.ts';
import type { NightWatch } from '../night.ts';
import { acceptPreview } from '../preview-acceptance.ts';
import { type NightResult, runNight } from '../run-night.ts';

/** An office whose reports may leave: both employers have seen what they hold. */
export async function createNightOffice(now?: string): Promise<TestOffice> {
  const office = await createTestOffice(now === undefined ? {} : { now });
  for (const who of [office.who.city, office.who.partner]) {
    office.write(who, 'export.acceptPreview', (tx) => acceptPreview(tx, who.employerId, REPORT_SCHEMA.version));
  }
  return office;
}

export interface Served {
  ticketId: string;
  revision: number;
  contactId: string;
}

/** A talk from the door to its end, in no time. */
export function serve(
  office: TestOffice,
  { who = office.who.city, ...door }: Parameters<typeof ticket>[2] & { who?: Session } = {},
): Served {
  const on = ticket(office, who, door);
  const started = office.write(who, 'queue.start', (tx) => startTicket(tx, on, who));
  const topics = (door.topics ?? ['kita']).map((topic) => ({ topic, result: 'solved' }));
  const change = { contactId: started.contactId, revision: 1, topics };
  office.write(who, 'consultations.change', (tx) => changeContact(tx, change));
  const { ticketId, revision } = office.write(who, 'consultations.finish', (tx) =>
    finishConsultation(tx, { ticketId: started.ticketId, revision: started.revision, minutes: null }, who),
  );
  return { ticketId, revision, contactId: started.contactId };
}

/** One night, as the clock begins it. */
export function night(office: TestOffice, watch?: NightWatch): Promise<NightResult> {
  return runNight(office.core, { staffId: null, procedure: 'export.night' }, watch);
}

/** The report that a night wrote; null when it wrote none. */
export function reportIn({ written }: NightResult): string | null {
  return written.find((name) => name.includes('-report-')) ?? null;
}

export function outboxOf(office: TestOffice): string {
  return join(office.ports.dataFolder, 'outbox');
}

/** From now on bundles go into this folder. */
export function setExportFolder(office: TestOffice, folder: string): void {
  office.write(office.who.admin, 'office.changeSettings', (tx) =>
    changeOffice(tx, findOffice(tx).revision, { export_folder: folder }),
  );
}

/** What a report in a folder says, opened with the city's identity: its manifest, and the lines of each record. */
export async function openReport(office: TestOffice, name: string, folder = outboxOf(office)) {
  const file = await readFile(join(folder, `${name}.age`));
  const entries = await unpackBundle({ file, kind: 'report', identities: [office.cityIdentity] });
  const textOf = (entry: string) =>
    Buffer.from(entries.find((each) => each.name === entry)?.content ?? []).toString('utf8');
  const lines = (record: string): Record<string, unknown>[] =>
    textOf(`data/${record}.ndjson`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  return {
    manifest: JSON.parse(textOf('manifest.json')),
    lines,
    text: entries.map(({ name: each }) => textOf(each)).join(''),
  };
}

/** What the note of a bundle says; the signature is the receiver's matter. */
export async function readNote(office: TestOffice, name: string, folder = outboxOf(office)): Promise<BundleNote> {
  const note = await readFile(join(folder, `${name}.note`), 'utf8');
  const said = parseBundleNote(note.slice(0, note.indexOf('\n\n') + 1));
  if (!said) throw new Error('A note of ours can be read');
  return said;
}

/** The city answers a bundle; without a hash it speaks of the file that the office wrote. */
export async function answer(
  office: TestOffice,
  name: string,
  receipt: Partial<Receipt> & Pick<Receipt, 'verdict'>,
  { folder = outboxOf(office), key = office.receiptPrivatePem } = {},
): Promise<void> {
  const bundle = findBundle(office.db, name);
  const complete: Receipt = {
    bundle: name,
    fileSha256: bundle?.sha256 ?? '0'.repeat(64),
    code: null,
    contiguous: receipt.verdict === 'loaded' || receipt.verdict === 'stored' ? (bundle?.sequence ?? 0) : 0,
    receivedAt: '2026-11-24T07:00:00Z',
    ...receipt,
  };
  formatReceipt(complete);
  await writeFileWhole(folder, `${name}.receipt`, Buffer.from(signReceipt(complete, key), 'utf8'));
}
