import { v7 as uuidv7 } from 'uuid';
import { openDatabaseOf } from '../../../electron/office/core.ts';
import { indexPerson } from '../../../electron/office/people/person-names-found.ts';
import { createTestOffice, type TestOffice } from '../../../electron/office/testing/test-office.ts';
import { UNKNOWN_PERSON } from '../../../shared/people/person.rules.ts';
import type { RegisteredName } from './made-registry.ts';

/** A real, encrypted office with these people in its files; the ids in their order. */
export async function officeWithPeople(
  names: readonly RegisteredName[],
): Promise<{ office: TestOffice; ids: string[] }> {
  const office = await createTestOffice();
  const { staffId } = office.who.city;
  const ids: string[] = [];
  office.write(office.who.city, 'people.create', (tx) => {
    const insert = tx.statement(
      `INSERT INTO person (id, given_name, family_name, own_script_name, gender, roles, phone, email, created_by, created_at, changed_at)
        VALUES (?, ?, ?, ?, 'not-stated', '[]', '', '', ?, ?, ?)`,
    );
    for (const name of names) {
      const id = uuidv7();
      insert.run(id, name.givenName, name.familyName, name.ownScriptName, staffId, tx.at, tx.at);
      indexPerson(tx, id, { ...UNKNOWN_PERSON, ...name });
      ids.push(id);
    }
  });
  openDatabaseOf(office.core).raw.pragma('wal_checkpoint(TRUNCATE)');
  return { office, ids };
}
