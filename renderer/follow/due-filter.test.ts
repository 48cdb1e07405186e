import { expect, it } from 'vitest';
import type { FollowUp } from '../../shared/consultations/consultations.contract.ts';
import { matchesFilter, occurring } from './due-filter.ts';

const anna = '01900000-0000-7000-8000-00000000000a';
const bela = '01900000-0000-7000-8000-00000000000b';
const due = (owner: FollowUp['owner'], language: string | null, staffId: string): FollowUp => ({
  kind: 'step',
  id: anna,
  revision: 1,
  dueOn: '2026-11-20',
  owner,
  what: 'Kita anrufen',
  person: null,
  partnerName: null,
  partnerPhone: null,
  partnerHours: null,
  language,
  staffId,
});
const all = [due('us', 'ar', anna), due('client', 'ar', bela), due('partner', null, anna)];

it('narrows by owner, language and colleague, alone and together', () => {
  const found = (filter: Parameters<typeof matchesFilter>[1]) => all.filter((one) => matchesFilter(one, filter));
  expect(found({ owner: null, language: null, staffId: null })).toEqual(all);
  expect(found({ owner: 'client', language: null, staffId: null })).toEqual([all[1]]);
  expect(found({ owner: null, language: 'ar', staffId: anna })).toEqual([all[0]]);
  expect(found({ owner: 'partner', language: 'ar', staffId: null })).toEqual([]);
});

it('offers only what occurs', () => {
  expect(occurring(all, 'language')).toEqual(['ar']);
  expect(occurring(all, 'staffId')).toEqual([anna, bela]);
});
