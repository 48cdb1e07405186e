const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
  ŧ: 't',
  ƈ: 'c',
  ǥ: 'g',
  ʒ: 'z',
  ɨ: 'i',
  ĸ: 'k',
  ŀ: 'l',
  ŉ: 'n',
  ĳ: 'ij',
  // Arabic script: spellings of one letter, and what a keyboard may or may not add.
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ئ: 'ي',
  ک: 'ك',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ؤ: 'و',
  ۆ: 'و',
};

/**
 * A name reduced to what two spellings of it share: lower case, without marks, Arabic letter variants and digits
 * unified, tatweel and joiners dropped, words separated by one blank. For search and comparison, never for display.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, '')
    .toLowerCase()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, (character) => (/['’ʼʿʾ]/.test(character) ? '' : ' '))
    .replace(/[^a-z0-9 ]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .replace(/ +/g, ' ')
    .trim();
}
