import { parseBundleFileName } from './bundle-file-name.ts';
import { LAST_SEQUENCE, RECEIPT_FORMAT } from './bundle-format.ts';
import { RECEIPT_CODES, type ReceiptCode, VERDICTS, type Verdict } from './verdicts.ts';

/** The city's answer to one file. It speaks of the file with this hash alone, not of another one with the same name. */
export type Receipt = {
  /** The bundle's name without ending. */
  bundle: string;
  /** SHA-256 of the `.age` file that the city has seen. */
  fileSha256: string;
  verdict: Verdict;
  code: ReceiptCode | null;
  /** The last sequence of this kind and epoch up to which nothing is missing; 0: none yet. */
  contiguous: number;
  /** UTC to the second, `2026-11-22T21:04:11Z`. */
  receivedAt: string;
};

const PATTERN = new RegExp(
  `^${RECEIPT_FORMAT}\n` +
    'bundle ([a-z0-9-]{1,80})\\.age ([0-9a-f]{64})\n' +
    'verdict ([a-z]+)\ncode (-|[a-z-]+)\ncontiguous (0|[1-9][0-9]{0,7})\n' +
    'received (\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z)\n$',
);

/** The receipt's text: what the city signs. Ends in a line feed. @throws RangeError if a part is out of bounds. */
export function formatReceipt(receipt: Receipt): string {
  const text = [
    RECEIPT_FORMAT,
    `bundle ${receipt.bundle}.age ${receipt.fileSha256}`,
    `verdict ${receipt.verdict}`,
    `code ${receipt.code ?? '-'}`,
    `contiguous ${receipt.contiguous}`,
    `received ${receipt.receivedAt}`,
    '',
  ].join('\n');
  if (parseReceipt(text) === null) throw new RangeError('a part of the receipt is out of bounds');
  return text;
}

/** Reads a receipt's text. @returns null unless it is letter for letter what {@link formatReceipt} would write. */
export function parseReceipt(text: string): Receipt | null {
  const [, bundle = '', fileSha256 = '', verdictText, codeText, contiguousText, receivedAt = ''] =
    PATTERN.exec(text) ?? [];
  const verdict = VERDICTS.find((each) => each === verdictText);
  const code = codeText === '-' ? null : RECEIPT_CODES.find((each) => each === codeText);
  const contiguous = Number(contiguousText);
  if (verdict === undefined || code === undefined || parseBundleFileName(bundle) === null) return null;
  if (contiguous > LAST_SEQUENCE || Number.isNaN(Date.parse(receivedAt))) return null;
  return { bundle, fileSha256, verdict, code, contiguous, receivedAt };
}
