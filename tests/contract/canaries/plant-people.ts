import { randomUUID } from 'node:crypto';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../../shared/people/person.rules.ts';
import type { Planting } from './canary.ts';

type Created = { id: string; revision: number };

/** A person with every field that takes text, and those around them: relatives, a landlord, records that are one. */
export async function plantPeople(nest: Planting): Promise<{ id: string }> {
  const person = await plantPerson(nest);
  await plantRelative(nest, person.id);
  await plantLandlord(nest);
  await plantMergedRecords(nest);
  await plantLikelyPair(nest);
  await plantForgottenName(nest);
  return person;
}

const create = (nest: Planting, person: Partial<PersonFields>, otherThan: string[] = []): Promise<Created> =>
  nest.client.people.create({ requestId: randomUUID(), person: { ...UNKNOWN_PERSON, ...person }, otherThan });

async function plantPerson(nest: Planting): Promise<Created> {
  const { client, plant, name } = nest;
  const fields: PersonFields = {
    ...UNKNOWN_PERSON,
    givenName: name('given name', 'counsellors'),
    familyName: name('family name, since changed', 'counsellors'),
    documentName: name('name as in the document', 'counsellors'),
    spokenName: plant('name as it is said', 'counsellors'),
    aliases: [name('alias', 'counsellors')],
    ownScriptName: name('name in own script', 'counsellors'),
    bornOn: '1990-01-01',
    birthPrecision: 'year',
    gender: 'w',
    spoken: 'ar',
    phone: plant('phone', 'counsellors'),
    email: plant('email', 'counsellors'),
  };
  const person = await create(nest, fields);
  nest.found('personId', person.id);
  await client.people.change({
    requestId: randomUUID(),
    ...person,
    person: { ...fields, familyName: name('family name', 'counsellors') },
    nameChange: { reason: 'marriage', untilOn: '2026-05-02' },
  });
  return person;
}

async function plantRelative(nest: Planting, personId: string): Promise<void> {
  const relative = await create(nest, { givenName: nest.name('name of a relative', 'counsellors') });
  const lives = { kind: 'sibling' as const, livesHere: true, fromOn: null };
  await nest.client.households.add({ requestId: randomUUID(), personId, otherId: relative.id, ...lives });
  // Of somebody without a talk, so that it opens no note.
  const release = await nest.client.releases.give({
    requestId: randomUUID(),
    personId: relative.id,
    purposes: ['cover'],
    scope: 'case',
    topics: [],
    givenOn: '2026-11-23',
    validUntil: '2027-11-22',
    bothWays: false,
    language: 'ar',
    interpreterName: nest.plant('who interpreted a release', 'counsellors'),
    manner: 'paper',
  });
  nest.found('personId', relative.id);
  nest.found('releaseId', release.id);
}

async function plantLandlord(nest: Planting): Promise<void> {
  const pseudonym = nest.name('pseudonym', 'counsellors');
  const landlord = await create(nest, { level: 'pseudonymous', pseudonym, roles: ['landlord'] });
  nest.found('landlordId', landlord.id);
  const flat = await nest.client.flats.add({
    requestId: randomUUID(),
    landlordId: landlord.id,
    flat: {
      district: 'Mengede',
      rooms: 2,
      sizeSqm: 60,
      rentCents: 0,
      depositCents: 0,
      viewing: nest.plant('viewing of a flat', 'counsellors'),
      freeFrom: null,
      state: 'offered',
    },
  });
  nest.found('flatId', flat.id);
}

/** Two records put together: the kept one's fields from before stay for the undo, and are told to nobody. */
async function plantMergedRecords(nest: Planting): Promise<void> {
  const familyName = nest.name('name of the kept record', 'counsellors');
  const kept = await create(nest, { familyName, email: nest.plant('email from before a merge', 'nobody') });
  const merged = await create(nest, { familyName: nest.name('name of the merged record', 'counsellors') });
  nest.found('personId', merged.id);
  nest.found('personId', kept.id);
  await nest.client.duplicates.merge({
    requestId: randomUUID(),
    keptId: kept.id,
    keptRevision: kept.revision,
    mergedId: merged.id,
    mergedRevision: merged.revision,
    person: { ...UNKNOWN_PERSON, familyName, email: nest.plant('email chosen at a merge', 'counsellors') },
  });
}

/** Two records of one name, which the list of likely pairs shows. */
async function plantLikelyPair(nest: Planting): Promise<void> {
  const [givenName, familyName] = [
    nest.name('given name of two', 'counsellors'),
    nest.name('name of two', 'counsellors'),
  ];
  const phone = nest.plant('phone of one of two', 'counsellors');
  const first = await create(nest, { givenName, familyName });
  const second = await create(nest, { givenName, familyName, phone }, [first.id]);
  for (const { id } of [first, second]) nest.found('personId', id);
}

/** Somebody whose name was taken out of the files when a pseudonym took its place. */
async function plantForgottenName(nest: Planting): Promise<void> {
  const person = await create(nest, {
    givenName: nest.goneName('forgotten given name'),
    familyName: nest.goneName('forgotten family name'),
    aliases: [nest.goneName('forgotten alias')],
  });
  const pseudonym = nest.name('pseudonym in place of a name', 'counsellors');
  await nest.client.people.change({
    requestId: randomUUID(),
    ...person,
    person: { ...UNKNOWN_PERSON, level: 'pseudonymous', pseudonym },
  });
  nest.found('personId', person.id);
}
