import type { CityPublicKeys } from './city-keys.ts';
import type { CityReport } from './city-report.ts';
import type { CityStatus } from './city-status.ts';
import type { OpenedBundle } from './open-bundle.ts';
import type { ReceivedBundle } from './receiver.ts';
import type { PublicTable } from './suppress-small-cells.ts';

/** Everything that the city's operators read on the command line. */

export const USAGE = `The city's reference receiver for Tandem bundles.

  init --keys DIR [--recipient hybrid|x25519]      make the city's keys (hybrid unless told)
  enroll OFFICE PEM --keys DIR                     accept an office's public signing key
  receive INBOX --database DB --keys DIR [--receipts DIR] [--archive DIR] [--json]
                                                   verify and load what lies in a folder
  accept-epoch OFFICE EPOCH --database DB          after an office was restored from a backup
  open FILE --keys DIR [--out DIR]                 look into one bundle without loading it
  status --database DB [--keys DIR] [--holidays FILE] [--json]
                                                   what is missing, and who is silent
  report --database DB [--from DAY] [--to DAY] [--office OFFICE] [--json]
                                                   figures, small cells suppressed

DB is a folder (PGlite keeps its files there) or a postgres:// URL.
`;

/** What `init` prints: the two files for the offices and their fingerprints. */
export function initText(keys: CityPublicKeys): string {
  return [
    'The city has keys now. Give the offices these two files, and let two people compare the fingerprints aloud:',
    `  city.recipient    ${keys.recipientFingerprint}`,
    `  receipt.pub.pem   ${keys.receiptFingerprint}`,
    'Keep city.identity and receipt.key.pem secret, and a copy of both where no fire reaches them.',
  ].join('\n');
}

/** What `enroll` prints: the key's fingerprint, to be compared with the office. */
export function enrollText(office: string, fingerprint: string): string {
  return `${office} is enrolled. Compare with the office: ${fingerprint}`;
}

/** What `accept-epoch` prints. */
export function acceptedText(office: string, epoch: number): string {
  return `Epoch ${epoch} of ${office} is accepted; its bundles are loaded with the next receive.`;
}

/** What `receive` prints for one bundle, in one line. */
export function receivedText({ file, verdict, code, missing }: ReceivedBundle): string {
  const because = code === null ? '' : ` (${code})`;
  const waits = missing.length === 0 ? '' : `, waits for ${missing.join(', ')}`;
  return `${verdict.padEnd(9)} ${file}${because}${waits}`;
}

/** What `open` prints of a bundle: who signed it, and what is inside. */
export function openedText({ refusedAs, manifest, entries }: OpenedBundle): string {
  const written =
    refusedAs === null ? 'signed by the enrolled office' : `NOT as an enrolled office signed it: ${refusedAs}`;
  return [
    `${manifest.office.name} (${manifest.office.id}), ${manifest.kind}, epoch ${manifest.epoch}, sequence ${manifest.sequence}; ${written}`,
    `days ${manifest.period.from} to ${manifest.period.to}, ${manifest.schema.name} ${manifest.schema.version}, written by ${manifest.writtenBy}`,
    ...entries.map(({ name, content }) => `  ${String(content.length).padStart(10)} ${name}`),
  ].join('\n');
}

/** What `status` prints for people: gaps, waiting and refused bundles, silent offices. */
export function statusText(status: CityStatus): string {
  const lines = [`Reports up to ${status.dueDay} should be here.`];
  for (const { office, lastReportOn, silent, enrolled } of status.offices) {
    const marks = [silent ? 'SILENT' : null, enrolled === false ? 'not enrolled any more' : null].filter(
      (mark) => mark !== null,
    );
    lines.push(
      `${office}: last report of ${lastReportOn ?? '(none yet)'}${marks.length > 0 ? `, ${marks.join(', ')}` : ''}`,
    );
  }
  for (const { office, kind, epoch, missing, waiting, refused } of status.gaps) {
    lines.push(`${office} ${kind} e${epoch}:`);
    if (missing.length > 0) lines.push(`  missing ${missing.join(', ')}`);
    if (waiting.length > 0) lines.push(`  waiting ${waiting.join(', ')}`);
    for (const { sequence, verdict, code } of refused) lines.push(`  ${verdict} ${sequence} (${code ?? '-'})`);
  }
  if (status.gaps.length === 0) lines.push('Nothing is missing.');
  return lines.join('\n');
}

/** What `report` prints for people; a cell that is suppressed is a dot. */
export function reportText(report: CityReport): string {
  const lines = [
    `Made ${report.madeAt}; ${report.period.from ?? 'beginning'} to ${report.period.to ?? 'today'}; ${report.office ?? 'all offices'}.`,
    `"." stands for a suppressed cell: fewer than ${report.smallestCell}, or one that would give such a cell away.`,
  ];
  for (const section of ['contacts', 'persons', 'waits', 'referrals', 'obstacles'] as const) {
    for (const [name, table] of Object.entries(report[section])) {
      // What is no table has its own lines below.
      if (Array.isArray(table)) continue;
      lines.push('', `${section} ${name}`, ...tableLines(table));
    }
  }
  lines.push('', 'times that a topic was asked for, in talks that say how many times');
  for (const { key, talks, requests } of report.contacts.requestsByTopic) {
    lines.push(`  ${key.padEnd(24)} ${requests} in ${talks}`);
  }
  lines.push('', 'minutes waited by language: mean, nine of ten within');
  for (const { key, meanMinutes, ninetiethMinutes } of report.waits.minutesByLanguage) {
    lines.push(`  ${key.padEnd(24)} ${meanMinutes}, ${ninetiethMinutes}`);
  }
  return lines.join('\n');
}

function tableLines({ total, cells, notRecorded }: PublicTable): string[] {
  if (cells === null) return [`  total ${total ?? '.'}; too few to show more`];
  const rows = cells.map(({ key, count }) => `  ${key.padEnd(24)} ${count ?? '.'}`);
  return [...rows, `  ${'(not recorded)'.padEnd(24)} ${notRecorded ?? '.'}`, `  ${'total'.padEnd(24)} ${total ?? '.'}`];
}

export const UNKNOWN_COMMAND = 'unknown command';
/** That an option or operand is missing. */
export function missingOption(option: string): string {
  return `${option} is missing`;
}
/** That a receipt can't be written, and why. */
export function receiptProblem(file: string, error: unknown): string {
  return `${file} could not be written (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}); the next receive tries again`;
}
export const DATABASE_IN_USE = 'another process works on this database; try again when it has finished';
export const DATABASE_IS_NEWER = 'a newer program wrote this database; nothing was changed';
