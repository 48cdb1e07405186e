import { z } from 'zod';
import type { Stream } from './bundle-ledger.ts';
import { type CityConnection, rowsOf } from './city-database.ts';

/** The two files of a report that waits. */
export type HeldFile = { content: Uint8Array; note: string };

/** Keeps a report until it is applied or refused; one that is kept already stays as it is. */
export async function insertHeldFile(
  tx: CityConnection,
  { office, kind, epoch }: Stream,
  sequence: number,
  held: HeldFile,
): Promise<void> {
  await tx.query(
    `insert into held_file (office_id, kind, epoch, sequence, content, note) values ($1, $2, $3, $4, $5, $6)
     on conflict (office_id, kind, epoch, sequence) do nothing`,
    [office, kind, epoch, sequence, held.content, held.note],
  );
}

/** @returns the files of a report that waits; null: none are kept under this number. */
export async function findHeldFile(
  tx: CityConnection,
  { office, kind, epoch }: Stream,
  sequence: number,
): Promise<HeldFile | null> {
  const rows = await tx.query(
    'select content, note from held_file where office_id = $1 and kind = $2 and epoch = $3 and sequence = $4',
    [office, kind, epoch, sequence],
  );
  return rowsOf(z.object({ content: z.instanceof(Uint8Array), note: z.string() }), rows)[0] ?? null;
}

/** Lets go of a report that waits no longer. */
export async function deleteHeldFile(
  tx: CityConnection,
  { office, kind, epoch }: Stream,
  sequence: number,
): Promise<void> {
  await tx.query('delete from held_file where office_id = $1 and kind = $2 and epoch = $3 and sequence = $4', [
    office,
    kind,
    epoch,
    sequence,
  ]);
}
