/** Letters with marks whose sound the bare letter does not tell: Turkish, Kurmanji, and the transcriptions of libraries. */
const SOUND_OF_MARKED: Readonly<Record<string, string>> = {
  ş: 'S',
  š: 'S',
  ș: 'S',
  ç: 'C',
  č: 'C',
  ć: 'C',
  ğ: 'G',
  ġ: 'G',
  ž: 'J',
  ǧ: 'j',
  đ: 'j',
  ḫ: 'K',
  ẖ: 'K',
  ẍ: 'G',
  ḏ: 'D',
  ṯ: 'T',
  ẓ: 'D',
};

/** Letters that have no bare letter under a mark. */
const PLAIN_OF_LETTER: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'e',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
};

/** Groups of letters by sound, the longest first. German, English and French practice. */
const SOUND_OF_GROUP: readonly (readonly [RegExp, string])[] = [
  [/dsch|dzh|dj|dg(?=[ei])/g, 'j'],
  [/tsch|tch|tsh/g, 'C'],
  [/sch|sh/g, 'S'],
  [/ch/g, 'Q'],
  [/kh/g, 'K'],
  [/gh/g, 'G'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/zh/g, 'J'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/x/g, 'K'],
  [/ou|oo|uu/g, 'u'],
  [/ee|ii|ie(?=.)/g, 'i'],
  [/aa/g, 'a'],
];

/**
 * The sounds of a word in Latin script, read as German, English, French, Turkish and Kurmanji clerks write. Doubled
 * letters count once; a final h after a, e and o is not spoken.
 */
export function soundsOfLatin(word: string): string {
  const marked = [...word.normalize('NFC').toLowerCase()].map((letter) => SOUND_OF_MARKED[letter] ?? letter).join('');
  let sounds = [...marked.normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => PLAIN_OF_LETTER[letter] ?? letter)
    .join('')
    .replace(/[^a-zSCGJjKDT]/g, '')
    .replace(/([a-z])\1(?=\1*h)/g, '$1');
  for (const [group, sound] of SOUND_OF_GROUP) sounds = sounds.replace(group, sound);
  return sounds
    .replace(/(?<=[aeo])h$/, '')
    .replace(/(?<=[aeo])i(?![aeiou])/g, 'y')
    .replace(/(?<=[ae])u(?![aeiou])/g, 'w')
    .replace(/y$/, (end, at: number, whole: string) => (/[aeou]/.test(whole[at - 1] ?? '') ? end : 'i'))
    .replace(/(.)\1+/g, '$1');
}
