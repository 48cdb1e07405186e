import { v7 as uuidv7 } from 'uuid';
import { wrapNoteKey } from '../../electron/office/access/session-keys.ts';
import { sealText } from '../../electron/office/consultations/notes/note-sealing.ts';
import { addMissingNoteWords } from '../../electron/office/consultations/notes/note-words.ts';
import { openDatabaseOf } from '../../electron/office/core.ts';
import type { Touch, Tx } from '../../electron/office/database/handles.ts';
import { appendJournal } from '../../electron/office/database/journal.ts';
import { indexPerson } from '../../electron/office/people/person-names-found.ts';
import type { TestOffice } from '../../electron/office/testing/test-office.ts';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { addDays, instantOfLocal } from '../../shared/kernel/instants.ts';
import { randomKey } from '../../shared/node/crypto.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';

/** About ten years of a busy office. */
export const TEN_YEARS = { people: 25_000, contacts: 120_000, notes: 80_000 } as const;
export type Size = { people: number; contacts: number; notes: number };

/** Numbers that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const GIVEN = [
  'Amal',
  'Berfîn',
  'Yusuf',
  'Şilan',
  'Reza',
  'Grace',
  'Olena',
  'Khalid',
  'Maryam',
  'Azad',
  'Peter',
  'Anna',
  'Mehmet',
  'Zahra',
  'Omar',
  'Leyla',
];
const FAMILY = [
  'Al-Hassan',
  'Demir',
  'Karimi',
  'Haddad',
  'Kovalenko',
  'Müller',
  'Ibrahim',
  'Yıldız',
  'Hosseini',
  'Mansour',
  'Öztürk',
  'Rahimi',
];
const WORDS =
  'Termin Antrag Kita Schule Wohnung Strom Bescheid Frist Unterlagen Anmeldung Gespräch Rückmeldung nächste Woche fehlt liegt vor wurde erklärt gemeinsam ausgefüllt'.split(
    ' ',
  );

/**
 * Fills an office with invented years, through the same tables and seals as the desk, in bulk. Returns the id of a
 * person with a full file. One journal entry names every row, so that a first report finds them.
 */
export function fillTenYears(office: TestOffice, size: Size, lastDay: string, seed = 7): { busiestPerson: string } {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const raw = openDatabaseOf(office.core).raw;
  const touches: Touch[] = [];
  const { city, partner } = office.who;
  const written = openDatabaseOf(office.core);
  let people: string[] = [];
  written.write({ at: instantOfLocal(lastDay, '12:00'), staffId: city.staffId, procedure: 'bench.fill' }, (tx) => {
    people = insertPeople(tx, size.people, { next, pick, touches, staffId: city.staffId });
    const contacts = insertContacts(tx, size.contacts, {
      next,
      pick,
      touches,
      people,
      lastDay,
      staff: [city.staffId, partner.staffId],
    });
    insertNotes(tx, size.notes, { next, pick, contacts, authors: [city, partner] });
    appendJournal(tx, { at: tx.at, staffId: city.staffId, procedure: 'bench.fill', touches });
  });
  addMissingNoteWords(office.core);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  const busiestPerson = raw
    .prepare(
      'SELECT person_id FROM contact WHERE person_id IS NOT NULL GROUP BY person_id ORDER BY count(*) DESC LIMIT 1',
    )
    .pluck()
    .get();
  return { busiestPerson: String(busiestPerson) };
}

interface Random {
  next: () => number;
  pick: <T>(list: readonly T[]) => T;
}

function insertPeople(
  tx: Tx,
  count: number,
  { next, pick, touches, staffId }: Random & { touches: Touch[]; staffId: string },
): string[] {
  const insert = tx.statement(
    `INSERT INTO person (id, given_name, family_name, own_script_name, born_on, birth_precision, gender, roles, spoken, understood, read, district, phone, email, created_by, created_at, changed_at)
     VALUES (?, ?, ?, '', ?, 'day', ?, '["newcomer"]', ?, ?, ?, 'Mengede', ?, '', ?, ?, ?)`,
  );
  return Array.from({ length: count }, (_, index) => {
    const id = uuidv7();
    const [givenName, familyName, language] = [
      pick(GIVEN),
      `${pick(FAMILY)}-${index.toString(36)}`,
      pick(catalogue.languages).id,
    ];
    const bornOn = `${1950 + Math.floor(next() * 60)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`;
    const phone = `0150 ${String(index).padStart(7, '0')}`;
    insert.run(
      id,
      givenName,
      familyName,
      bornOn,
      pick(['w', 'm', 'd', 'not-stated']),
      language,
      language,
      language,
      phone,
      staffId,
      tx.at,
      tx.at,
    );
    indexPerson(tx, id, { ...UNKNOWN_PERSON, givenName, familyName, bornOn, birthPrecision: 'day', phone });
    touches.push({ entity: 'person', id, op: 'put' });
    return id;
  });
}

function insertContacts(
  tx: Tx,
  count: number,
  {
    next,
    pick,
    touches,
    people,
    lastDay,
    staff,
  }: Random & { touches: Touch[]; people: readonly string[]; lastDay: string; staff: readonly string[] },
): string[] {
  const insert = tx.statement(
    `INSERT INTO contact (id, person_id, kind, spoken, companions, medium, interpreter_mode, staff_id, day, started_at, finished_at, minutes)
     VALUES (?, ?, 'walk-in', ?, 0, 'in-person', 'none', ?, ?, ?, ?, ?)`,
  );
  const insertTopic = tx.statement(
    'INSERT OR IGNORE INTO contact_topic (contact_id, position, topic, result) VALUES (?, ?, ?, ?)',
  );
  const perDay = Math.max(1, Math.ceil(count / 2500));
  return Array.from({ length: count }, (_, index) => {
    const id = uuidv7();
    const day = addDays(lastDay, -1 - Math.floor((count - 1 - index) / perDay));
    const startedAt = instantOfLocal(
      day,
      `${String(9 + Math.floor(next() * 7)).padStart(2, '0')}:${String(Math.floor(next() * 60)).padStart(2, '0')}`,
    );
    // A few people come very often.
    const person = next() < 0.2 ? null : (people[Math.floor(next() ** 3 * people.length)] ?? null);
    insert.run(
      id,
      person,
      pick(catalogue.languages).id,
      pick(staff),
      day,
      startedAt,
      startedAt,
      5 + Math.floor(next() * 40),
    );
    insertTopic.run(id, 0, pick(catalogue.topics).id, pick(catalogue.results).id);
    if (next() < 0.4) insertTopic.run(id, 1, pick(catalogue.topics).id, pick(catalogue.results).id);
    touches.push({ entity: 'contact', id, op: 'put' });
    return id;
  });
}

function insertNotes(
  tx: Tx,
  count: number,
  {
    next,
    pick,
    contacts,
    authors,
  }: Random & { contacts: readonly string[]; authors: readonly TestOffice['who']['city'][] },
): void {
  const insert = tx.statement(
    'INSERT INTO note (id, contact_id, level, author_id, employer_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertVersion = tx.statement(
    'INSERT INTO note_version (note_id, version, level, text, sealed, written_at) VALUES (?, 1, ?, ?, ?, ?)',
  );
  const insertKey = tx.statement('INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?)');
  const startedAt = tx.statement('SELECT started_at FROM contact WHERE id = ?').pluck();
  for (let index = 0; index < count; index += 1) {
    const id = uuidv7();
    const author = pick(authors);
    const level = next() < 0.3 ? 'V1' : next() < 0.95 ? 'V2' : 'V3';
    // Words that nearly every note has, and a name that few have.
    const words = Array.from({ length: 20 + Math.floor(next() * 60) }, () => pick(WORDS)).join(' ');
    const text = `${words} Familie ${pick(FAMILY)}-${Math.floor(next() ** 2 * count).toString(36)}`;
    const contact = contacts[Math.floor((index * contacts.length) / count)] ?? '';
    const writtenAt = String(startedAt.get(contact));
    insert.run(id, contact, level, author.staffId, author.employerId, writtenAt);
    if (level === 'V1') {
      insertVersion.run(id, level, text, null, writtenAt);
      continue;
    }
    const reader = level === 'V2' ? author.keys.vault : author.keys.personal;
    if (!reader) throw new Error('Both hold their vault');
    const key = randomKey();
    insertVersion.run(id, level, null, sealText(key, id, 1, text), writtenAt);
    insertKey.run(id, reader, wrapNoteKey(key, id, reader, author.keys));
  }
}
