import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { CARD_FIELDS, type CardField } from '../../../shared/profile-cards/card-content.ts';
import { lettersOf } from '../../../shared/profile-cards/card-text.ts';
import type { CardView } from '../../../shared/profile-cards/profile-cards.contract.ts';
import { listStaff } from '../access/staff.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound } from '../rpc/faults.ts';

const CardRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  serial: z.string(),
  fields: jsonColumn(z.array(z.enum(CARD_FIELDS))),
  issued_on: z.string(),
  valid_until: z.string(),
  ended_as: z.enum(['lost', 'replaced']).nullable(),
  issued_by: z.string(),
});
type CardRow = z.infer<typeof CardRow>;
const COLUMNS = 'SELECT id, revision, serial, fields, issued_on, valid_until, ended_as, issued_by FROM profile_card';

/** The number that is printed on a card, eight letters and digits. */
export function cardNumber(serial: string): string {
  return lettersOf(Buffer.from(serial.slice(0, 10), 'hex'));
}

/** A person's cards of this office, the newest first. */
export function listCards(db: Db, personId: string, today: LocalDate): CardView[] {
  const staff = new Map(listStaff(db).map((one) => [one.id, one.display_name]));
  return listRows(db, CardRow, `${COLUMNS} WHERE person_id = ? ORDER BY rowid DESC`, personId).map((row) => ({
    id: row.id,
    revision: row.revision,
    number: cardNumber(row.serial),
    state: row.ended_as ?? (row.valid_until < today ? 'expired' : 'valid'),
    fields: row.fields,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    issuedBy: staff.get(row.issued_by) ?? '',
  }));
}

/** What ended a card here before its time; null for one that still holds, or that another office issued. */
export function endOfCard(db: Db, serial: string): CardRow['ended_as'] {
  return findRow(db, CardRow, `${COLUMNS} WHERE serial = ?`, serial)?.ended_as ?? null;
}

export interface NewCard {
  id: string;
  personId: string;
  serial: string;
  fields: readonly CardField[];
  issuedOn: LocalDate;
  validUntil: LocalDate;
  issuedBy: string;
}

/** Records a new card; every earlier one of the person is replaced by it. */
export function insertCard(tx: Tx, card: NewCard): void {
  const earlier = listRows(tx, CardRow, `${COLUMNS} WHERE person_id = ? AND ended_as IS NULL`, card.personId);
  for (const row of earlier) endCard(tx, row, 'replaced');
  run(
    tx,
    'INSERT INTO profile_card (id, person_id, serial, fields, issued_on, valid_until, issued_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    card.id,
    card.personId,
    card.serial,
    JSON.stringify(card.fields),
    card.issuedOn,
    card.validUntil,
    card.issuedBy,
  );
  tx.touch({ entity: 'profile-card', id: card.id, op: 'put', fields: card.fields, revision: 1 });
}

/** Says that a card was lost. Throws NOT_FOUND, CONFLICT. */
export function markLost(tx: Tx, input: { id: string; revision: number }): { revision: number } {
  const card = findRow(tx, CardRow, `${COLUMNS} WHERE id = ?`, input.id);
  if (!card) throw notFound();
  if (card.revision !== input.revision) throw conflict(card.revision);
  return endCard(tx, card, 'lost');
}

function endCard(tx: Tx, card: CardRow, as: 'lost' | 'replaced'): { revision: number } {
  const revision = card.revision + 1;
  run(tx, 'UPDATE profile_card SET ended_as = ?, revision = ? WHERE id = ?', as, revision, card.id);
  tx.touch({ entity: 'profile-card', id: card.id, op: 'put', fields: ['endedAs'], revision });
  return { revision };
}
