import { describe, expect, it } from 'vitest';
import { joinedWord, nameWords } from './name-words.ts';

const words = (name: string) => nameWords(name).map((word) => word.written);
const sounds = (name: string) =>
  nameWords(name).map((word) => word.readings.map((reading) => reading.sounds).join('/'));

describe('the words of a name', () => {
  it('are apart at blanks, hyphens and commas; apostrophes, marks and joiners are none', () => {
    expect(words('Haddad, Amal-Noor')).toEqual(['Haddad', 'Amal', 'Noor']);
    expect(words("M'hamed O’Neill")).toEqual(['Mhamed', 'ONeill']);
    expect(sounds('مُحَمَّد')).toEqual(sounds('محمد'));
    expect(words('  ,-  ')).toEqual([]);
  });

  it('leave the article out, in either script, and keep what may be a part of the name', () => {
    expect(words('Yusuf al-Ahmad')).toEqual(['Yusuf', 'Ahmad']);
    expect(words('Yusuf El Ahmad')).toEqual(['Yusuf', 'Ahmad']);
    expect(sounds('Alahmad')).toEqual(['alahmad/ahmad']);
    expect(sounds('الياس')).toEqual(['YAs/AlYAs']);
    // Alone it is all there is.
    expect(words('Al')).toEqual(['Al']);
  });

  it.each([
    ['Abd al-Rahman', 'Abdulrahman', 'Abdur Rahman', 'Abd el Rahman'],
    ['Nur ad-Din', 'Nur al-Din', 'Nureddin', 'Nuruddin'],
    ['عبد الرحمن', 'عبدالرحمن'],
    ['نور الدين', 'نورالدين'],
    ['نصر الله', 'نصرالله'],
    ['Abu Bakr', 'Abubakr'],
  ])('make %s one word like %s', (...spellings) => {
    const [first, ...others] = spellings.map(sounds);
    expect(first).toHaveLength(1);
    for (const other of others) expect(other).toEqual(first);
  });

  it('mark what connects them', () => {
    expect(nameWords('Omar bin Said').map(({ weak }) => weak)).toEqual([false, true, false]);
    expect(nameWords('عمر بن سعيد').map(({ weak }) => weak)).toEqual([false, true, false]);
  });

  it('are written together on demand', () => {
    const [ali, reza] = nameWords('Ali Reza');
    expect(ali && reza && joinedWord(ali, reza).text).toBe('alireza');
  });
});
