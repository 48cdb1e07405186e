import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { type LetterView, REFERRAL_STATES } from '../../../shared/letters/letters.contract.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { getPartner } from '../partners/partner-row.ts';
import { conflict, notFound } from '../rpc/faults.ts';

type ReferralState = (typeof REFERRAL_STATES)[number];

const ReferralRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  letter_id: z.string(),
  state: z.enum(REFERRAL_STATES),
  reply_by: z.string().nullable(),
});
type Referral = z.infer<typeof ReferralRow>;

const SELECT = 'SELECT id, revision, letter_id, state, reply_by FROM referral';

/** The referrals of letters, by letter. */
export function referralsOf(db: Db, letterIds: readonly string[]): Map<string, NonNullable<LetterView['referral']>> {
  const sql = `${SELECT} WHERE letter_id IN (SELECT value FROM json_each(?))`;
  return new Map(
    listRows(db, ReferralRow, sql, JSON.stringify(letterIds)).map(({ id, revision, letter_id, state, reply_by }) => [
      letter_id,
      { id, revision, state, replyBy: reply_by },
    ]),
  );
}

/** Records that a letter asks a partner for something. */
export function insertReferral(
  tx: Tx,
  referral: {
    letterId: string;
    partnerId: string;
    topic: string | null;
    language: string | null;
    replyBy: LocalDate | null;
  },
): void {
  const id = uuidv7();
  run(
    tx,
    "INSERT INTO referral (id, letter_id, partner_id, topic, language, state, reply_by, day) VALUES (?, ?, ?, ?, ?, 'awaiting', ?, ?)",
    id,
    referral.letterId,
    referral.partnerId,
    referral.topic,
    referral.language,
    referral.replyBy,
    localDateOf(tx.at),
  );
  tx.touch({ entity: 'referral', id, op: 'put', revision: 1 });
}

/** Records the partner's answer. Throws NOT_FOUND, CONFLICT. */
export function answerReferral(
  tx: Tx,
  input: { referralId: string; revision: number; state: ReferralState },
): { revision: number } {
  const referral = findRow(tx, ReferralRow, `${SELECT} WHERE id = ?`, input.referralId);
  if (!referral) throw notFound();
  if (referral.revision !== input.revision) throw conflict(referral.revision);
  return setState(tx, referral, input.state);
}

/** A letter that is not valid waits for no answer. */
export function withdrawReferral(tx: Tx, letterId: string): void {
  const referral = findRow(tx, ReferralRow, `${SELECT} WHERE letter_id = ? AND state = 'awaiting'`, letterId);
  if (referral) setState(tx, referral, 'withdrawn');
}

function setState(tx: Tx, referral: Referral, state: ReferralState): { revision: number } {
  const revision = referral.revision + 1;
  run(tx, 'UPDATE referral SET state = ?, revision = ? WHERE id = ?', state, revision, referral.id);
  tx.touch({ entity: 'referral', id: referral.id, op: 'put', fields: ['state'], revision });
  // A letter shows the state of its referral.
  tx.touch({ entity: 'letter', id: referral.letter_id, op: 'put', fields: [] });
  return { revision };
}

const AwaitedRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  reply_by: z.string(),
  subject: z.string(),
  person_id: z.string().nullable(),
  partner_id: z.string(),
  language: z.string().nullable(),
  author_id: z.string(),
});

/** An answer that a partner was asked for. */
export interface AwaitedReply {
  id: string;
  revision: number;
  replyBy: LocalDate;
  subject: string;
  personId: string | null;
  partnerName: string;
  partnerPhone: string;
  partnerHours: string;
  /** The language of the page for the client. */
  language: string | null;
  staffId: string;
}

/** Answers that were asked for up to and on the day and have not come. */
export function listAwaitedReplies(db: Db, until: LocalDate): AwaitedReply[] {
  const rows = listRows(
    db,
    AwaitedRow,
    `SELECT referral.id, referral.revision, reply_by, subject, person_id, referral.partner_id, referral.language, author_id
      FROM referral JOIN letter ON letter.id = letter_id WHERE referral.state = 'awaiting' AND reply_by <= ?`,
    until,
  );
  return rows.map((row) => {
    const partner = getPartner(db, row.partner_id);
    return {
      id: row.id,
      revision: row.revision,
      replyBy: row.reply_by,
      subject: row.subject,
      personId: row.person_id,
      partnerName: partner.name,
      partnerPhone: partner.phone,
      partnerHours: partner.hours,
      language: row.language,
      staffId: row.author_id,
    };
  });
}
