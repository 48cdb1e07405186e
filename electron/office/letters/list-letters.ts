import type { LetterView } from '../../../shared/letters/letters.contract.ts';
import { listStaff } from '../access/staff.ts';
import { type Db, listRows } from '../database/handles.ts';
import { listEmployers } from '../office/settings.ts';
import { listPartners } from '../partners/partner-row.ts';
import { displayNames } from '../people/person-row.ts';
import { getLetter, LETTER_COLUMNS, type Letter, LetterRow } from './letter-row.ts';
import { referralsOf } from './referrals.ts';

const SELECT = `SELECT ${LETTER_COLUMNS} FROM letter`;

/** Letters about a person and from a contact (null: whichever), newest first. */
export function listLetters(
  db: Db,
  { personId, contactId }: { personId: string | null; contactId: string | null },
): LetterView[] {
  return viewsOf(db, letterRows(db, personId, contactId));
}

function letterRows(db: Db, personId: string | null, contactId: string | null): Letter[] {
  if (personId !== null && contactId !== null) {
    return listRows(
      db,
      LetterRow,
      `${SELECT} WHERE person_id = ? AND contact_id = ? ORDER BY id DESC`,
      personId,
      contactId,
    );
  }
  if (personId !== null) return listRows(db, LetterRow, `${SELECT} WHERE person_id = ? ORDER BY id DESC`, personId);
  if (contactId !== null) return listRows(db, LetterRow, `${SELECT} WHERE contact_id = ? ORDER BY id DESC`, contactId);
  return listRows(db, LetterRow, `${SELECT} ORDER BY id DESC`);
}

/** One letter. Throws NOT_FOUND. */
export function letterView(db: Db, id: string): LetterView {
  const [view] = viewsOf(db, [getLetter(db, id)]);
  if (!view) throw new Error('One letter makes one view');
  return view;
}

function viewsOf(db: Db, letters: readonly Letter[]): LetterView[] {
  if (letters.length === 0) return [];
  const names = displayNames(db, [...new Set(letters.flatMap((letter) => letter.person_id ?? []))]);
  const partners = new Map(listPartners(db).map((partner) => [partner.id, partner.name]));
  const authors = new Map(listStaff(db).map((staff) => [staff.id, staff.display_name]));
  const employers = new Map(listEmployers(db).map((employer) => [employer.id, employer.kind]));
  const referrals = referralsOf(
    db,
    letters.map((letter) => letter.id),
  );
  return letters.map((letter) => ({
    id: letter.id,
    revision: letter.revision,
    state: letter.state,
    subject: letter.subject,
    writtenAt: letter.written_at,
    personId: letter.person_id,
    personName: letter.person_id === null ? null : (names.get(letter.person_id) ?? ''),
    partnerId: letter.partner_id,
    partnerName: partners.get(letter.partner_id) ?? '',
    contactId: letter.contact_id,
    authorId: letter.author_id,
    authorName: authors.get(letter.author_id) ?? '',
    employerKind: employers.get(letter.employer_id) ?? 'city',
    templateVersion: letter.template_version,
    handedOver:
      letter.handed_over_way && letter.handed_over_at
        ? { way: letter.handed_over_way, at: letter.handed_over_at }
        : null,
    referral: referrals.get(letter.id) ?? null,
  }));
}
