import type { EmployerKind } from '../../../shared/access/access.contract.ts';
import type { Right, Role } from '../../../shared/access/rights.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { ConnectionKind } from '../../../shared/procedure.ts';
import type { Pairing } from '../screens/pairings.ts';
import type { Readings } from './readings.ts';
import type { SessionKeys } from './session-keys.ts';

/** One connection of a screen. A session belongs to it and ends with it. */
export interface Connection {
  readonly kind: ConnectionKind;
  session: Session | null;
  /** The screen is gone: nobody can be signed in on it any more. */
  closed?: true;
  /** The paired screen at the other end; nothing for a desk, and for a screen that nobody has let in. */
  screen?: PairedScreen;
  /** Aborted when the screen is gone or was put out: its streams end then. */
  left?: AbortController;
  /** Where a screen's line comes from, as the office network knows it; nothing for a window of this computer's shell. */
  address?: string;
  /** The code that it shows to be let in. */
  pairing?: Pairing;
  /** Ends the line itself, where the host can. */
  hangUp?: () => void;
}

/** A kiosk or display that was let in. */
export interface PairedScreen {
  readonly id: string;
  readonly name: string;
}

/** A person who is signed in, with the keys of what they may read. Name, roles and rights follow the staff table. */
export interface Session {
  readonly staffId: string;
  displayName: string;
  readonly signInName: string;
  readonly employerId: string;
  readonly employerKind: EmployerKind;
  roles: readonly Role[];
  rights: ReadonlySet<Right>;
  languages: readonly string[];
  /** As stated; null: not stated. */
  gender: 'w' | 'm' | 'd' | null;
  readonly desk: number;
  readonly keys: SessionKeys;
  /** The local day now: what a release opens ends with its last day, also while nobody signs in anew. */
  readonly today: () => LocalDate;
  /** What this session has read of the other employer's notes and the journal does not have yet. */
  readonly readings: Readings;
  /** Aborted when the session ends: streams stop then. */
  readonly ended: AbortController;
}

/** Who calls, in a handler that needs somebody signed in. */
export type Who = Session;
