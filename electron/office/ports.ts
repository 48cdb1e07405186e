import type { Instant } from '../../shared/kernel/instants.ts';

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
  keychain: Keychain | null;
  log: Log;
  passphraseCost: PassphraseCost;
  /** `@font-face` rules with the fonts that print and preview embed. */
  fontFaceCss: string;
  programVersion: string;
}
