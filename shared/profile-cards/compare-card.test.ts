import { expect, it } from 'vitest';
import { UNKNOWN_PERSON } from '../people/person.rules.ts';
import type { CardContent } from './card-content.ts';
import { compareCard } from './compare-card.ts';
import { valuesOfPerson } from './values-of-person.ts';

const card: Pick<CardContent, 'values' | 'days'> = {
  values: {
    name: { familyFirst: false, familyName: 'Haddad', givenName: 'Amal' },
    phone: '0231 2',
    spoken: 'ar',
    read: 'ar',
    householdSize: 4,
    topics: ['kita'],
  },
  days: { phone: '2026-06-01', spoken: '2026-06-01' },
};
const amal = { ...UNKNOWN_PERSON, givenName: 'Amal', familyName: 'Haddad', phone: '0231 1', spoken: 'ar', read: 'de' };

it('proposes what is missing here or was found right later elsewhere, and nothing that changes nothing', () => {
  const here = { values: valuesOfPerson(amal, null), days: { phone: '2026-01-01', spoken: '2026-07-01' } };
  const rows = compareCard(card, here).map(({ field, state, takeable, proposed }) => [
    field,
    state,
    takeable,
    proposed,
  ]);
  expect(rows).toEqual([
    ['name', 'same', false, false],
    ['spoken', 'same', false, false],
    // Nobody knows which is newer: the desk asks.
    ['read', 'differs', true, false],
    ['phone', 'differs', true, true],
    ['householdSize', 'missing-here', true, true],
  ]);
});

it('proposes the day alone where the value is the same and was found right later', () => {
  const here = { values: valuesOfPerson(amal, 4), days: { spoken: '2026-01-01' } };
  expect(compareCard(card, here).find(({ field }) => field === 'spoken')).toMatchObject({
    state: 'same',
    proposed: true,
  });
});

it('of somebody new all is missing', () => {
  const rows = compareCard(card, { values: {}, days: {} });
  expect(rows.every(({ state, proposed }) => state === 'missing-here' && proposed)).toBe(true);
  expect(rows).toHaveLength(5);
});
