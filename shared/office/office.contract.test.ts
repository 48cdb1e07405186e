import { expect, it } from 'vitest';
import { Letterhead } from './office.contract.ts';

const letterhead = {
  name: 'Stadt Beispielhausen',
  unit: '',
  street: '',
  postalCodeAndTown: '',
  phone: '',
  email: '',
  website: '',
};

it('takes into a letterhead only what can be printed as it reads', () => {
  expect(Letterhead.parse({ ...letterhead, unit: 'Bu\u0308ro' }).unit).toBe('Büro');
  expect(Letterhead.parse({ ...letterhead, email: 'moc.elpmaxe@\u202epost' }).email).toBe('moc.elpmaxe@post');
  for (const field of Object.keys(letterhead)) {
    for (const value of ['a\0b', '\ud800'])
      expect(Letterhead.safeParse({ ...letterhead, [field]: value }).success).toBe(false);
  }
});
