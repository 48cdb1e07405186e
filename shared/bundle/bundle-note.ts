import { OFFICE_ID_PATTERN } from './bundle-file-name.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_KINDS,
  type BundleKind,
  LAST_EPOCH,
  LAST_SEQUENCE,
  MOST_SUPERSEDED,
} from './bundle-format.ts';

/** What the signed note beside a bundle says; whoever can't open the bundle still sees authorship, order and gaps. */
export type BundleNote = {
  office: string;
  kind: BundleKind;
  epoch: number;
  /** From 1, without gaps, counted for each kind and epoch. */
  sequence: number;
  /** SHA-256 of the previous `.age` of this kind and epoch, given-up ones included; null for the first. */
  previousSha256: string | null;
  /** Sequences that were given up after a rejection and whose content this bundle repeats; ascending, below its own. */
  supersedes: readonly number[];
  /** SHA-256 and size of the `.age` file. */
  fileSha256: string;
  fileBytes: number;
  /** UTC with milliseconds, as `Date.toISOString` writes it. */
  createdAt: string;
};

const SHA256 = /^[0-9a-f]{64}$/;
const COUNT = /^(?:0|[1-9][0-9]{0,14})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const LABELS = ['office', 'kind', 'epoch', 'sequence', 'previous', 'supersedes', 'file', 'created'] as const;

/** The note's text: what is signed. Ends in a line feed. @throws RangeError if a part is out of bounds. */
export function formatBundleNote(note: BundleNote): string {
  const text = [
    BUNDLE_FORMAT,
    `office ${note.office}`,
    `kind ${note.kind}`,
    `epoch ${note.epoch}`,
    `sequence ${note.sequence}`,
    `previous ${note.previousSha256 ?? '-'}`,
    `supersedes ${note.supersedes.length > 0 ? note.supersedes.join(',') : '-'}`,
    `file ${note.fileSha256} ${note.fileBytes}`,
    `created ${note.createdAt}`,
    '',
  ].join('\n');
  if (parseBundleNote(text) === null) throw new RangeError('a part of the note is out of bounds');
  return text;
}

/** Reads a note's text. @returns null unless it is letter for letter what {@link formatBundleNote} would write. */
export function parseBundleNote(text: string): BundleNote | null {
  const lines = text.split('\n');
  if (lines.length !== LABELS.length + 2 || lines[0] !== BUNDLE_FORMAT || lines.at(-1) !== '') return null;
  const values: string[] = [];
  for (const [at, label] of LABELS.entries()) {
    const line = lines[at + 1] ?? '';
    if (!line.startsWith(`${label} `)) return null;
    values.push(line.slice(label.length + 1));
  }
  const [office = '', kindText, epochText, sequenceText, previous, supersedesText, file = '', createdAt = ''] = values;
  const kind = BUNDLE_KINDS.find((each) => each === kindText);
  const epoch = wholeNumber(epochText, 1, LAST_EPOCH);
  const sequence = wholeNumber(sequenceText, 1, LAST_SEQUENCE);
  if (!OFFICE_ID_PATTERN.test(office) || kind === undefined || epoch === null || sequence === null) return null;

  const previousSha256 = previous === '-' ? null : previous;
  if (previousSha256 === undefined || (previousSha256 !== null && !SHA256.test(previousSha256))) return null;
  // The first of an epoch has nothing before it; each other one names what it follows.
  if ((sequence === 1) !== (previousSha256 === null)) return null;

  const supersedes = supersedesText === '-' ? [] : parseSupersedes(supersedesText, sequence);
  const [fileSha256 = '', fileBytesText, ...rest] = file.split(' ');
  const fileBytes = wholeNumber(fileBytesText, 1, Number.MAX_SAFE_INTEGER);
  if (supersedes === null || !SHA256.test(fileSha256) || fileBytes === null || rest.length > 0) return null;
  if (!INSTANT.test(createdAt) || Number.isNaN(Date.parse(createdAt))) return null;
  return { office, kind, epoch, sequence, previousSha256, supersedes, fileSha256, fileBytes, createdAt };
}

function parseSupersedes(text: string | undefined, sequence: number): number[] | null {
  const numbers: number[] = [];
  for (const part of (text ?? '').split(',')) {
    const number = wholeNumber(part, (numbers.at(-1) ?? 0) + 1, sequence - 1);
    if (number === null) return null;
    numbers.push(number);
  }
  return numbers.length <= MOST_SUPERSEDED ? numbers : null;
}

function wholeNumber(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !COUNT.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
