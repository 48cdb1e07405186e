import type { ReceiptCode, Verdict } from '../shared/bundle/verdicts.ts';
import { signReceipt } from '../shared/node/bundle/bundle-signing.ts';
import type { CityArchive } from './city-archive.ts';
import type { CityKeys } from './city-keys.ts';
import type { CityDatabase } from './database/city-database.ts';

/** What every step of receiving works with. */
export type Receiver = {
  database: CityDatabase;
  keys: CityKeys;
  /** Public signing keys by office. */
  enrolled: ReadonlyMap<string, string>;
  archive: CityArchive;
  now: () => Date;
};

/** What became of one bundle. */
export type ReceivedBundle = {
  /** The name of its `.age` file. */
  file: string;
  verdict: Verdict;
  code: ReceiptCode | null;
  /** For one that is held: the sequences that must come first. */
  missing: number[];
  /** For one that was loaded just now: how many rows of each record were put in and taken out. */
  records: Record<string, { upserts: number; deletes: number }> | null;
};

/** An outcome together with the receipt to write; null: this file gets none. */
export type Judged = { outcome: ReceivedBundle; receipt: string | null };

/** @returns the outcome for a bundle's name without ending; what is left out is empty. */
export function outcomeOf(
  name: string,
  verdict: Verdict,
  rest: Partial<Pick<ReceivedBundle, 'code' | 'missing' | 'records'>> = {},
): ReceivedBundle {
  return {
    file: `${name}.age`,
    verdict,
    code: rest.code ?? null,
    missing: rest.missing ?? [],
    records: rest.records ?? null,
  };
}

/** Signs a receipt for the file with this hash. */
export function receiptFor(
  receiver: Receiver,
  bundle: { name: string; fileSha256: string },
  said: { verdict: Verdict; code: ReceiptCode | null; contiguous: number; at: Date },
): string {
  const receipt = {
    bundle: bundle.name,
    fileSha256: bundle.fileSha256,
    verdict: said.verdict,
    code: said.code,
    contiguous: said.contiguous,
    receivedAt: `${said.at.toISOString().slice(0, 19)}Z`,
  };
  return signReceipt(receipt, receiver.keys.receiptKeyPem);
}
