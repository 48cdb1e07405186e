import { randomBytes, sha256Hex } from '../../../shared/node/crypto.ts';
import type { ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Clock } from '../ports.ts';

/** The browser opens the window at once. */
const SECRET_LIFE_MS = 60_000;
/** Windows of one computer; the oldest then has to be opened again. */
const MOST_WINDOWS = 8;

/** A second window of this computer. Nothing of it is kept on the disk: with the office's end it is to be opened again. */
export interface WindowHere {
  readonly id: string;
  readonly kind: ScreenKind;
  lastSeenAt: string;
}

export interface WindowsHere {
  /** A new secret that lets one window in; it must come within a minute, and keeps its secret for lines that break. */
  issue(kind: ScreenKind): string;
  /** The window with this secret; null: unknown, of another kind, or it came too late. */
  find(secret: string, kind: ScreenKind): WindowHere | null;
  /** A window that the shell itself has opened. */
  open(kind: ScreenKind): WindowHere;
  /** A window's line is gone. The shell's own counts as closed, one of a browser may come back with its secret. */
  left(id: string): void;
  list(): readonly WindowHere[];
  /** Returns whether there was one. */
  remove(id: string): boolean;
}

interface Entry extends WindowHere {
  secretHash: string | null;
  /** Until then its first coming is waited for; null once it has come. */
  notAfterMs: number | null;
}

/** The second windows of this computer. */
export function createWindowsHere(clock: Clock): WindowsHere {
  let entries: Entry[] = [];

  function add(kind: ScreenKind, secretHash: string | null): Entry {
    const now = clock.now();
    const entry: Entry = {
      id: `here-${Buffer.from(randomBytes(6)).toString('hex')}`,
      kind,
      lastSeenAt: now,
      secretHash,
      notAfterMs: secretHash === null ? null : Date.parse(now) + SECRET_LIFE_MS,
    };
    entries = [...entries, entry].slice(-MOST_WINDOWS);
    return entry;
  }

  return {
    issue(kind) {
      const secret = newToken();
      add(kind, sha256Hex(secret));
      return secret;
    },
    find(secret, kind) {
      const hash = sha256Hex(secret);
      const entry = entries.find((candidate) => candidate.secretHash === hash && candidate.kind === kind);
      if (!entry) return null;
      if (entry.notAfterMs !== null && Date.parse(clock.now()) > entry.notAfterMs) return null;
      entry.notAfterMs = null;
      return entry;
    },
    open: (kind) => add(kind, null),
    left(id) {
      const now = clock.now();
      for (const entry of entries) if (entry.id === id) entry.lastSeenAt = now;
      entries = entries.filter((entry) => entry.id !== id || entry.secretHash !== null);
    },
    list: () => entries.filter(({ notAfterMs }) => notAfterMs === null),
    remove(id) {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
  };
}

/** 256 random bits, as a screen keeps them. */
export function newToken(): string {
  return Buffer.from(randomBytes(32)).toString('base64url');
}
