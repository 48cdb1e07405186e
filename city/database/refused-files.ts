import { z } from 'zod';
import { RECEIPT_CODES } from '../../shared/bundle/verdicts.ts';
import { type CityConnection, rowsOf } from './city-database.ts';

/** Which two files were judged. */
export type FileHashes = { fileSha256: string; noteSha256: string };

const RefusedRow = z.object({
  verdict: z.enum(['rejected', 'fork']),
  code: z.enum(RECEIPT_CODES),
  receipt: z.string().nullable(),
});
/** A file that is no bundle of ours, or a second one under a number that is taken. */
export type RefusedRow = z.infer<typeof RefusedRow>;

/** @returns how exactly these two files were refused before; null: they were not. */
export async function findRefusedFile(
  tx: CityConnection,
  fileName: string,
  hashes: FileHashes,
): Promise<RefusedRow | null> {
  const rows = await tx.query(
    'select verdict, code, receipt from refused_file where file_name = $1 and file_sha256 = $2 and note_sha256 = $3',
    [fileName, hashes.fileSha256, hashes.noteSha256],
  );
  return rowsOf(RefusedRow, rows)[0] ?? null;
}

/** Notes how two files were refused, or replaces how they were before. */
export async function writeRefusedFile(
  tx: CityConnection,
  fileName: string,
  hashes: FileHashes,
  refused: RefusedRow,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into refused_file (file_name, file_sha256, note_sha256, verdict, code, judged_at, receipt) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (file_name, file_sha256, note_sha256) do update set verdict = excluded.verdict, code = excluded.code,
       judged_at = excluded.judged_at, receipt = excluded.receipt`,
    [fileName, hashes.fileSha256, hashes.noteSha256, refused.verdict, refused.code, at.toISOString(), refused.receipt],
  );
}
