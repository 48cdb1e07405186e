import type { ReferralPut } from '../../../../shared/bundle/records/referral.ts';
import { centralEntry } from './central-entries.ts';
import { pageOf, type RecordSource, rowsFor } from './record-source.ts';

interface ReferralRow {
  id: string;
  topic: string | null;
  language: string | null;
  state: ReferralPut['state'];
  day: string;
  kind: string;
  authority: number;
}

const REFERRALS = `SELECT referral.id, referral.topic, language, referral.state, day, partner.kind, partner.authority
  FROM referral JOIN letter ON letter.id = letter_id JOIN partner ON partner.id = referral.partner_id
  WHERE referral.id IN (SELECT value FROM json_each(?)) AND pdf_sha256 IS NOT NULL ORDER BY referral.id`;

/** A referral counts once its letter was printed; to which partner and for whom is not told. */
export const referralSource: RecordSource<'referral'> = {
  record: 'referral',
  page: pageOf('referral'),
  counting: ({ db, ids }, referralIds) =>
    rowsFor<ReferralRow>(db, REFERRALS, referralIds).map((row) => ({
      id: row.id,
      personId: null,
      line: {
        op: 'put',
        id: ids.ofRow('referral', row.id),
        day: row.day,
        partnerKind: row.kind,
        authority: row.authority === 1,
        topic: centralEntry(row.topic),
        language: row.language,
        state: row.state,
        // A reason is not recorded yet.
        reason: null,
      },
    })),
};
