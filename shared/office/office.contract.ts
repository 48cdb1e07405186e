import { z } from 'zod';
import { EmployerKind, NewPassphrase, Roles, SignInName } from '../access/access.contract.ts';
import { District, LanguageId, LegalRegime } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalTime } from '../kernel/instants.ts';
import { line, phoneNumber, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';

export const OFFICE_PHASES = ['empty', 'closed', 'locked', 'blocked'] as const;
/** Why the database is not opened: nothing is written then and no deletion is offered. */
export const BLOCK_REASONS = [
  'newer',
  'damaged',
  'other-office',
  'empty-file',
  'link',
  'folder',
  'keyring-missing',
  'keyring-damaged',
  'database-missing',
  'in-use',
  'set-back',
  'disk-full',
  'no-access',
] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

const ReportRecipient = z
  .string()
  .max(4000)
  .regex(/^age1[0-9a-z]+$/);
const PublicKeyPem = z
  .string()
  .max(1000)
  .regex(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n?$/);

/** One capital letter before the ticket number, or none. */
const TicketLetter = z.string().regex(/^[A-Z]?$/);

export const Letterhead = z.strictObject({
  name: line(120),
  unit: text(120),
  street: text(120),
  postalCodeAndTown: text(120),
  phone: phoneNumber(60),
  email: text(120),
  website: text(120),
});
export type Letterhead = z.infer<typeof Letterhead>;

const EmployerSetUp = z.strictObject({ legalRegime: LegalRegime, letterhead: Letterhead });

export const OfficeSetUp = z.strictObject({
  office: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/),
    name: line(120),
    districts: z.array(District).max(12),
    address: text(200),
    openingHours: text(200),
    languages: z.array(LanguageId).min(1).max(14),
    desks: z.int().min(1).max(20),
    ticketLetter: TicketLetter,
  }),
  employers: z.strictObject({ city: EmployerSetUp, partner: EmployerSetUp }),
  staff: z
    .array(
      z.strictObject({
        displayName: line(80),
        signInName: SignInName,
        employer: EmployerKind,
        roles: Roles,
        languages: z.array(LanguageId).max(14),
        passphrase: NewPassphrase,
      }),
    )
    .min(1)
    .max(40),
  city: z.strictObject({ recipients: z.array(ReportRecipient).min(1).max(5), receiptKeyPem: PublicKeyPem }),
  export: z.strictObject({ folder: z.string().max(1000), nightlyAt: LocalTime }),
  recoveryKind: z.enum(['hybrid', 'x25519']).default('hybrid'),
});
export type OfficeSetUp = z.infer<typeof OfficeSetUp>;

export const RecoverySheet = z.strictObject({
  employer: EmployerKind,
  employerName: z.string(),
  /** The secret itself, for print and QR; it is shown once and stored nowhere. */
  identity: z.string(),
  fingerprint: z.string(),
  /** Which groups of five characters (counted from 1) the person types back to prove that the sheet is in hand. */
  askedGroups: z.array(z.int()),
});
export type RecoverySheet = z.infer<typeof RecoverySheet>;

export const OfficeStatus = z.strictObject({
  phase: z.enum(OFFICE_PHASES),
  blockedBy: z.enum(BLOCK_REASONS).nullable(),
  officeName: z.string().nullable(),
  training: z.boolean(),
  /** What the training office's people sign in with, else null. */
  trainingPassphrase: z.string().nullable(),
  signInNames: z.array(z.string()),
  desks: z.int(),
  pausedForSeconds: z.int(),
  programVersion: z.string(),
});
export type OfficeStatus = z.infer<typeof OfficeStatus>;

export const EmployerView = z.strictObject({
  id: Id,
  revision: Revision,
  kind: EmployerKind,
  legalRegime: LegalRegime,
  letterhead: Letterhead,
});
export type EmployerView = z.infer<typeof EmployerView>;

export const OfficeSettings = z.strictObject({
  revision: Revision,
  id: z.string(),
  name: z.string(),
  districts: z.array(z.string()),
  address: z.string(),
  openingHours: z.string(),
  languages: z.array(z.string()),
  desks: z.int(),
  ticketLetter: z.string(),
  idleLockMinutes: z.int(),
  /** How often somebody who does not come is called again before they are missed. */
  callRepeats: z.int(),
  exportFolder: z.string(),
  nightlyAt: z.string(),
  training: z.boolean(),
  /** Whether an unattended start is allowed, and whether this machine's keychain could do it. */
  unattended: z.strictObject({ allowed: z.boolean(), possible: z.boolean() }),
  employers: z.array(EmployerView),
  signingKeyPem: z.string(),
  signingKeyFingerprint: z.string(),
  cityRecipients: z.array(z.strictObject({ recipient: z.string(), fingerprint: z.string() })),
  receiptKeyPem: z.string(),
  receiptKeyFingerprint: z.string(),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

export const SnapshotView = z.strictObject({ name: z.string(), takenAt: Instant, sizeBytes: z.int() });

const desk = ['desk'] as const;

export const officeContract = {
  /** What the first screen needs; nothing of it is personal but the names people sign in with. */
  status: procedure({ access: { right: 'public', from: desk }, input: Nothing, output: OfficeStatus, errors: {} }),
  /** Checks the assistant's answers and makes the recovery sheets; writes nothing yet. */
  beginSetUp: procedure({
    access: { right: 'public', from: desk },
    input: OfficeSetUp,
    output: z.strictObject({
      setUpId: Id,
      sheets: z.array(RecoverySheet).length(2),
      cityRecipientFingerprints: z.array(z.string()),
      receiptKeyFingerprint: z.string(),
    }),
    errors: {
      rule: [
        'not-empty',
        'sign-in-name-taken',
        'no-administrator',
        'employer-without-staff',
        'mixed-recipients',
        'bad-recipient',
        'bad-receipt-key',
        'folder-not-writable',
      ],
    },
  }),
  /** Goes on only after the groups typed from both sheets are right; then the office exists. */
  completeSetUp: procedure({
    access: { right: 'public', from: desk },
    input: z.strictObject({
      setUpId: Id,
      typed: z.strictObject({ city: z.array(z.string().max(20)), partner: z.array(z.string().max(20)) }),
    }),
    output: Nothing,
    errors: { rule: ['not-empty', 'sheet-mismatch', 'set-up-expired', 'folder-not-writable'] },
  }),
  /** Makes the training office with invented people; refused where an office exists. */
  startTraining: procedure({
    access: { right: 'public', from: desk },
    input: Nothing,
    output: Nothing,
    errors: { rule: ['not-empty'] },
  }),
  settings: procedure({
    access: { right: 'signed-in', from: desk },
    input: Nothing,
    output: OfficeSettings,
    errors: {},
  }),
  changeSettings: procedure({
    access: { right: 'office.configure', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      revision: Revision,
      name: line(120),
      address: text(200),
      openingHours: text(200),
      districts: z.array(District).max(12),
      languages: z.array(LanguageId).min(1).max(14),
      desks: z.int().min(1).max(20),
      ticketLetter: TicketLetter,
      idleLockMinutes: z.int().min(1).max(60),
      callRepeats: z.int().min(0).max(9),
      exportFolder: z.string().max(1000),
      nightlyAt: LocalTime,
    }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['folder-not-writable'] },
  }),
  changeLetterhead: procedure({
    access: { right: 'office.configure', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      employerId: Id,
      revision: Revision,
      legalRegime: LegalRegime,
      letterhead: Letterhead,
    }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
  changeCityKeys: procedure({
    access: { right: 'office.configure', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      revision: Revision,
      recipients: z.array(ReportRecipient).min(1).max(5),
      receiptKeyPem: PublicKeyPem,
    }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['mixed-recipients', 'bad-recipient', 'bad-receipt-key'] },
  }),
  /** Whether the night may run though nobody has signed in since the start; kept by the operating system's keychain. */
  allowUnattended: procedure({
    access: { right: 'office.configure', from: desk },
    input: z.strictObject({ requestId: RequestId, allowed: z.boolean() }),
    output: Nothing,
    errors: { rule: ['no-keychain'] },
  }),
  /** Encrypted local copies; readable before sign-in, since a damaged database is when they are needed. */
  listSnapshots: procedure({
    access: { right: 'public', from: desk },
    input: Nothing,
    output: z.strictObject({ snapshots: z.array(SnapshotView) }),
    errors: {},
  }),
  takeSnapshot: procedure({
    access: { right: 'export.run', from: desk },
    input: z.strictObject({ requestId: RequestId }),
    output: SnapshotView,
    errors: { rule: ['no-space'] },
  }),
  /** Puts a snapshot in the database's place. The file that was there is kept beside it under another name. Starts a new epoch of bundles. */
  restoreSnapshot: procedure({
    access: { right: 'public', from: desk },
    input: z.strictObject({ snapshot: z.string().max(120), name: z.string().max(80), passphrase: z.string().max(256) }),
    output: z.strictObject({ keptAs: z.string() }),
    errors: { rule: ['sign-in-failed', 'paused', 'snapshot-damaged', 'others-signed-in'] },
  }),
};
