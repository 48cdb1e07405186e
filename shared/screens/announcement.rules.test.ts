import { expect, it } from 'vitest';
import { announcementLanguages } from './announcement.rules.ts';

const office = { languages: ['de', 'ar', 'en', 'fa', 'kmr', 'ckb'], repeats: 2 };
const ticket = { spoken: 'kmr', understood: 'ar', read: 'en' };

it('is the ticket’s own language first, then German', () => {
  expect(announcementLanguages(ticket, 0, office)).toEqual(['kmr', 'de']);
  expect(announcementLanguages({ spoken: 'de', understood: 'de', read: 'de' }, 0, office)).toEqual(['de']);
});

it('is also what the person understands and reads when nobody came', () => {
  expect(announcementLanguages(ticket, 1, office)).toEqual(['kmr', 'de', 'ar', 'en']);
});

it('is every language of the office at last, none of them twice', () => {
  expect(announcementLanguages(ticket, 1, { ...office, repeats: 1 })).toHaveLength(6);
  expect(announcementLanguages(ticket, 2, office)).toEqual(['kmr', 'de', 'ar', 'en', 'fa', 'ckb']);
});
