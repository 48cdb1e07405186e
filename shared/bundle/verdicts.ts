/** What the city says to a bundle. */
export const VERDICTS = ['loaded', 'stored', 'repeated', 'held', 'rejected', 'fork'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a bundle was rejected; docs/bundle-format.md says in plain words what each means and what to do. */
export const REJECTION_CODES = [
  'name-unreadable',
  'note-unreadable',
  'not-enrolled',
  'wrong-signer',
  'bad-signature',
  'name-mismatch',
  'file-missing',
  'file-size',
  'file-hash',
  'too-large',
  'epoch-closed',
  'given-up',
  'not-a-recipient',
  'age-damaged',
  'frames-invalid',
  'expands-too-far',
  'tar-invalid',
  'entry-unexpected',
  'manifest-missing',
  'manifest-invalid',
  'manifest-mismatch',
  'schema-unknown',
  'records-mismatch',
  'record-hash',
  'row-count',
  'row-invalid',
  'row-repeated',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Why a bundle waits: something before it is missing, or nobody has accepted its epoch yet. */
export const HOLD_CODES = ['gap', 'epoch-not-accepted'] as const;

/** How the history came apart: two files under one number, or a predecessor that is not the one we have. */
export const FORK_CODES = ['other-file', 'other-previous'] as const;

export const RECEIPT_CODES = [...REJECTION_CODES, ...HOLD_CODES, ...FORK_CODES] as const;
export type ReceiptCode = (typeof RECEIPT_CODES)[number];
