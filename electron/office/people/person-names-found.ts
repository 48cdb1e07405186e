import { nameBlocks } from '../../../shared/people/names/name-blocks.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { detailKeys } from '../../../shared/people/person-keys.rules.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { namesStillFound } from './former-names.ts';
import { type FoundName, writeNames } from './name-index.ts';

/**
 * Every name that a person is found by: the name or the pseudonym in its place, the name in its own script, what they are
 * called besides, the line of their document, and the names that they had and may still come with.
 */
export function namesFound(db: Db, id: string, person: PersonFields): FoundName[] {
  // A comma keeps given and family name apart.
  const full = (name: Pick<PersonFields, 'givenName' | 'familyName'>) =>
    [name.givenName, name.familyName].map((part) => part.replaceAll(',', ' ').trim()).join(', ');
  const former = namesStillFound(db, id);
  const others = [
    person.documentName,
    ...person.aliases,
    ...former.flatMap((name) => [full(name), name.ownScriptName]),
  ];
  const names: FoundName[] = [
    { source: 'name', name: person.level === 'pseudonymous' ? person.pseudonym : full(person) },
    { source: 'own-script', name: person.ownScriptName },
    ...others.map((name): FoundName => ({ source: 'other-name', name })),
  ];
  return names.filter(({ name }) => /\p{L}/u.test(name));
}

/** Writes everything that a person is found by, in place of what was there. */
export function indexPerson(tx: Tx, id: string, person: PersonFields): void {
  writeNames(tx, id, namesFound(tx, id, person));
  writeBlocks(tx, id, person);
  run(tx, 'DELETE FROM person_key WHERE person_id = ?', id);
  for (const { source, key } of detailKeys(person))
    run(tx, 'INSERT INTO person_key (person_id, source, key) VALUES (?, ?, ?)', id, source, key);
}

/** What leads to records that may be of the same person. A pseudonym leads to nobody. */
function writeBlocks(tx: Tx, id: string, person: PersonFields): void {
  run(tx, 'DELETE FROM person_block WHERE person_id = ?', id);
  if (person.level === 'pseudonymous') return;
  const blocks = [`${person.givenName} ${person.familyName}`, person.ownScriptName].flatMap(nameBlocks);
  for (const block of new Set(blocks)) run(tx, 'INSERT INTO person_block (block, person_id) VALUES (?, ?)', block, id);
}
