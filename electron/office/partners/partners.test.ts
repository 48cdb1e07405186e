import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { KITA, newPartner } from '../testing/test-people.ts';
import { listPartners } from './partner-row.ts';
import { seedExamplePartners } from './seed-example-partners.ts';
import { changePartner } from './write-partner.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

it('lists by name as a German index does', () => {
  for (const name of ['Zentrum', 'Ärztehaus', 'anlauf', 'Bücherei']) newPartner(office, { name });
  expect(listPartners(office.db).map((partner) => partner.name)).toEqual([
    'anlauf',
    'Ärztehaus',
    'Bücherei',
    'Zentrum',
  ]);
});

it('changes what the caller has seen and nothing newer', () => {
  const id = newPartner(office);
  const change = (revision: number, phone: string) =>
    office.write(office.who.partner, 'partners.change', (tx) =>
      changePartner(tx, { id, revision, partner: { ...KITA, phone } }),
    );
  expect(change(1, '0221 4710-201')).toEqual({ revision: 2 });
  expect(() => change(1, '0221 4710-202')).toThrow(
    expect.objectContaining({ code: 'CONFLICT', detail: { currentRevision: 2 } }),
  );
  expect(listPartners(office.db)).toEqual([{ ...KITA, id, revision: 2, phone: '0221 4710-201' }]);
});

it('seeds every example of the catalogue under its name, findable by its id', () => {
  const ids = office.write(office.who.city, 'office.startTraining', seedExamplePartners);
  const partners = listPartners(office.db);
  expect(partners.map((partner) => partner.name).sort()).toEqual(
    catalogue.demoPartners.map((example) => example.de).sort(),
  );
  for (const example of catalogue.demoPartners) {
    const partner = partners.find((one) => one.id === ids.get(example.id));
    expect(partner).toMatchObject({
      name: example.de,
      kind: example.kind,
      authority: example.authority,
      topics: example.topics,
    });
    expect(partner?.email).toMatch(/@example\.org$/);
  }
});
