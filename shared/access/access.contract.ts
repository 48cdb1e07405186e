import { z } from 'zod';
import { LanguageId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { line } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { RIGHTS, ROLES } from './rights.ts';

/** The short name a person signs in with; it stands in the keyring, readable before the database is open. */
export const SignInName = line(40);
/** NIST-like: long beats complicated; the full length is checked. */
export const NewPassphrase = z.string().min(10).max(256);
export const Roles = z.array(z.enum(ROLES)).min(1).max(3);
export const EMPLOYER_KINDS = ['city', 'partner'] as const;
export const EmployerKind = z.enum(EMPLOYER_KINDS);
export type EmployerKind = z.infer<typeof EmployerKind>;

export const SessionView = z.strictObject({
  staffId: Id,
  displayName: z.string(),
  signInName: z.string(),
  employerId: Id,
  employerKind: EmployerKind,
  employerName: z.string(),
  roles: Roles,
  rights: z.array(z.enum(RIGHTS)),
  languages: z.array(z.string()),
  /** False as long as no colleague of the same employer has let this person into the employer's vault. */
  holdsVault: z.boolean(),
  idleLockMinutes: z.int(),
  /** False in the training office. */
  training: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** As people state it of themselves; null: not stated. */
const StatedGender = z.enum(['w', 'm', 'd']).nullable();
const Languages = z.array(LanguageId).max(14);

export const StaffView = z.strictObject({
  id: Id,
  revision: Revision,
  displayName: z.string(),
  signInName: z.string(),
  employerId: Id,
  employerKind: EmployerKind,
  roles: Roles,
  /** Languages that somebody advises in. */
  languages: z.array(z.string()),
  /** Languages in which somebody manages a few sentences. */
  basicLanguages: z.array(z.string()),
  /** Languages in which somebody reads letters. */
  readsLanguages: z.array(z.string()),
  gender: StatedGender,
  deputyId: Id.nullable(),
  waitsForVault: z.boolean(),
  active: z.boolean(),
  signedIn: z.boolean(),
});
export type StaffView = z.infer<typeof StaffView>;

const desk = ['desk'] as const;

export const accessContract = {
  /** Opens the office if it is closed. Any failure reads the same: RULE sign-in-failed, or RULE paused with the seconds to wait. */
  signIn: procedure({
    access: { right: 'public', from: desk },
    input: z.strictObject({
      name: z.string().max(80),
      passphrase: z.string().max(256),
      desk: z.int().min(1).max(20).default(1),
    }),
    output: SessionView,
    errors: { rule: ['sign-in-failed', 'paused', 'no-such-desk'] },
  }),
  /** Ends this connection's session and forgets its keys; the office goes on. */
  lock: procedure({ access: { right: 'signed-in', from: desk }, input: Nothing, output: Nothing, errors: {} }),
  whoAmI: procedure({ access: { right: 'signed-in', from: desk }, input: Nothing, output: SessionView, errors: {} }),
  changePassphrase: procedure({
    access: { right: 'signed-in', from: desk },
    input: z.strictObject({ requestId: RequestId, current: z.string().max(256), next: NewPassphrase }),
    output: Nothing,
    errors: { rule: ['sign-in-failed', 'paused', 'passphrase-used-before'] },
  }),
  listStaff: procedure({
    access: { right: 'signed-in', from: desk },
    input: Nothing,
    output: z.strictObject({ staff: z.array(StaffView) }),
    errors: {},
  }),
  addStaff: procedure({
    access: { right: 'staff.manage', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      displayName: line(80),
      signInName: SignInName,
      employerId: Id,
      roles: Roles,
      languages: Languages,
      basicLanguages: Languages.default([]),
      readsLanguages: Languages.default([]),
      passphrase: NewPassphrase,
    }),
    output: z.strictObject({ id: Id }),
    errors: { rule: ['sign-in-name-taken'] },
  }),
  changeStaff: procedure({
    access: { right: 'staff.manage', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      id: Id,
      revision: Revision,
      displayName: line(80),
      roles: Roles,
      languages: Languages,
      /** Left out: as it was. */
      basicLanguages: Languages.optional(),
      readsLanguages: Languages.optional(),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['last-administrator'] },
  }),
  /** Says of oneself what clients may wish for, or nothing (null). Nobody says it of somebody else. */
  stateGender: procedure({
    access: { right: 'signed-in', from: desk },
    input: z.strictObject({ requestId: RequestId, gender: StatedGender }),
    output: Nothing,
    errors: {},
  }),
  /** The person can no longer sign in. Their employer's vault is renewed and the database gets a new key. */
  deactivateStaff: procedure({
    access: { right: 'staff.manage', from: desk },
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Nothing,
    errors: { rule: ['last-administrator', 'oneself', 'colleague-must-do-it'] },
  }),
  /** A holder of the employer's vault lets a colleague of the same employer in. */
  letIntoVault: procedure({
    access: { right: 'consultations.write', from: desk },
    input: z.strictObject({ requestId: RequestId, id: Id }),
    output: Nothing,
    errors: { rule: ['other-employer', 'no-vault'] },
  }),
  /** Names who may open one's V3 notes in one's absence, or takes that back (null). */
  nameDeputy: procedure({
    access: { right: 'consultations.write', from: desk },
    input: z.strictObject({ requestId: RequestId, deputyId: Id.nullable() }),
    output: Nothing,
    errors: { rule: ['oneself'] },
  }),
  /** With an employer's recovery sheet: a new passphrase for somebody of that employer. V3 notes stay closed unless a deputy holds them. */
  resetPassphrase: procedure({
    access: { right: 'public', from: desk },
    input: z.strictObject({ recoverySheet: z.string().max(4000), name: z.string().max(80), passphrase: NewPassphrase }),
    output: Nothing,
    errors: { rule: ['recovery-failed', 'paused'] },
  }),
};
