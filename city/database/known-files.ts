import { z } from 'zod';
import { type CityConnection, rowsOf } from './city-database.ts';
import type { FileHashes } from './refused-files.ts';

const SettledFile = z.object({ fileName: z.string(), signature: z.string(), receipt: z.string() });
/** A bundle that is applied or stored, whose files in the inbox need not be read again while their signature is the same. */
export type SettledFile = z.infer<typeof SettledFile>;

/** All settled bundles of an inbox in one statement. */
export async function listSettledFiles(tx: CityConnection, inbox: string): Promise<Map<string, SettledFile>> {
  const rows = await tx.query(
    `select k.file_name as "fileName", k.signature, b.receipt from known_file k
     join bundle b on b.file_name = k.file_name and b.judged_sha256 = k.file_sha256 and b.note_sha256 = k.note_sha256
     where k.inbox = $1 and b.state in ('loaded', 'stored')`,
    [inbox],
  );
  return new Map(rowsOf(SettledFile, rows).map((row) => [row.fileName, row]));
}

/** Notes what the file system says of two files that were judged, for the next run. */
export async function writeKnownFile(
  tx: CityConnection,
  inbox: string,
  fileName: string,
  signature: string,
  hashes: FileHashes,
): Promise<void> {
  await tx.query(
    `insert into known_file (inbox, file_name, signature, file_sha256, note_sha256) values ($1, $2, $3, $4, $5)
     on conflict (inbox, file_name) do update set signature = excluded.signature, file_sha256 = excluded.file_sha256,
       note_sha256 = excluded.note_sha256`,
    [inbox, fileName, signature, hashes.fileSha256, hashes.noteSha256],
  );
}
