import type { Instant } from '../../shared/kernel/instants.ts';
import type { ScreenKind } from '../../shared/screens/screens.contract.ts';

/** Knows the time; nothing else in the office does. */
export interface Clock {
  /** The instant now, UTC. */
  now(): Instant;
  /** Calls back once, `delayMs` from now by this clock; the result cancels. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Turns a complete HTML page into a PDF: tagged, with title and language, static fonts embedded. */
export interface Printer {
  printToPdf(html: string, options: { title: string; language: string }): Promise<Uint8Array>;
}

/** Prints a slip on paper at once, without a dialogue. */
export interface SlipPrinter {
  /** Resolves to whether it was printed. */
  printSlip(html: string): Promise<boolean>;
}

/** Serves kiosks and displays: on the office network, and in second windows of this computer. */
export interface ScreenHost {
  /** Serves the office network on this port from now on; null: not any more. Never fails: `standing` says how it stands. */
  serve(port: number | null): Promise<void>;
  /** Where screens on the network reach this office (addresses with port), and why they can't. */
  standing(): { addresses: readonly string[]; problem: 'port-in-use' | 'failed' | null };
  /**
   * Opens a window of this computer for a screen. Resolves to the address that the desk is to open, which lets one
   * window in by the secret it asked for; null when the shell has opened the window. Throws when there is none to open.
   */
  openHere(kind: ScreenKind, issueSecret: () => string): Promise<string | null>;
}

/** The operating system's keychain, for an unattended start; null in plain Node and where it only pretends to protect. */
export interface Keychain {
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

/** Where the office says what happened: codes and incident numbers, never personal data. */
export interface Log {
  write(entry: {
    level: 'info' | 'warning' | 'error';
    code: string;
    detail?: Readonly<Record<string, string | number | boolean>>;
  }): void;
}

/** What Argon2id costs for a new keyring entry (in the product 64 MiB, 3 passes); each entry stores its own. */
export interface PassphraseCost {
  memoryKiB: number;
  passes: number;
  lanes: number;
}

/** Everything the office needs from the machine that it runs on. */
export interface Ports {
  clock: Clock;
  /** The folder of this office's files; made if it is not there. */
  dataFolder: string;
  printer: Printer;
  /** Null, or not there: this computer has no printer for slips, and the desk prints them by hand. */
  slipPrinter?: SlipPrinter | null;
  /** Null, or not there: this host serves the desk alone. */
  screenHost?: ScreenHost | null;
  keychain: Keychain | null;
  log: Log;
  passphraseCost: PassphraseCost;
  /** `@font-face` rules with the fonts that print and preview embed. */
  fontFaceCss: string;
  programVersion: string;
}
