import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';

const folder = new URL('./migrations/', import.meta.url);
const files = readdirSync(folder).sort();
const NEW = files.findIndex((name) => name.endsWith('-note-about.sql'));
const sqlOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

it('files the notes that are there under their talk, and those of a merged record under the record that they came from', () => {
  const database = new Database(':memory:');
  for (const name of files.slice(0, NEW)) database.exec(sqlOf(name));
  const at = '2026-11-20T08:00:00.000Z';
  database.exec(`
    INSERT INTO employer (id, kind, legal_regime, letterhead) VALUES ('e', 'city', 'DSGVO_NRW', '{}');
    INSERT INTO staff (id, employer_id, display_name, roles, languages, created_at) VALUES ('s', 'e', 'S', '[]', '[]', '${at}')`);
  for (const person of ['kept', 'merged'])
    database.exec(`INSERT INTO person (id, given_name, family_name, own_script_name, gender, roles, phone, email, created_by, created_at, changed_at)
      VALUES ('${person}', '${person}', '', '', 'w', '[]', '', '', 's', '${at}', '${at}')`);
  for (const [contact, person] of [
    ['hers', "'kept'"],
    ['theirs', "'kept'"],
    ['anonymous', 'NULL'],
  ]) {
    database.exec(`
      INSERT INTO contact (id, person_id, kind, spoken, medium, interpreter_mode, staff_id, day, started_at)
        VALUES ('${contact}', ${person}, 'walk-in', 'ar', 'in-person', 'none', 's', '2026-11-20', '${at}');
      INSERT INTO note (id, contact_id, level, author_id, employer_id, created_at)
        VALUES ('note of ${contact}', '${contact}', 'V2', 's', 'e', '${at}')`);
  }
  database.exec(`
    INSERT INTO contact_topic (contact_id, position, topic) VALUES ('hers', 0, 'kita'), ('hers', 1, 'school');
    INSERT INTO person_merge (merged_id, kept_id, kept_before, kept_after, merged_at, merged_by) VALUES ('merged', 'kept', '{}', '{}', '${at}', 's');
    INSERT INTO person_merge_row VALUES ('merged', 'contact', json_array('theirs'), 0)`);
  database.exec(sqlOf(files[NEW] ?? ''));
  expect(database.prepare('SELECT id, about_person_id, about_topics FROM note ORDER BY id').raw().all()).toEqual([
    ['note of anonymous', null, '[]'],
    ['note of hers', 'kept', '["kita","school"]'],
    ['note of theirs', 'merged', '[]'],
  ]);
  database.close();
});
