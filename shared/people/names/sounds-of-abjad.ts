/** Letters of Arabic script by sound. What is not here (marks, tatweel, hamza alone) has none. */
const SOUND_OF_LETTER: Readonly<Record<string, string>> = {
  ا: 'A',
  أ: 'O',
  إ: 'E',
  آ: 'A',
  ٱ: 'A',
  ى: 'A',
  ٲ: 'A',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ط: 't',
  ٹ: 't',
  ث: 'T',
  د: 'd',
  ڈ: 'd',
  ذ: 'D',
  ظ: 'D',
  ض: 'D',
  ج: 'j',
  چ: 'C',
  ح: 'X',
  ه: 'h',
  ھ: 'h',
  خ: 'K',
  ر: 'r',
  ڕ: 'r',
  ز: 'z',
  ژ: 'J',
  س: 's',
  ص: 's',
  ش: 'S',
  ع: '3',
  غ: 'G',
  ف: 'f',
  ڤ: 'v',
  ق: 'q',
  ك: 'k',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  ڵ: 'l',
  م: 'm',
  ن: 'n',
  و: 'W',
  ؤ: 'W',
  ي: 'Y',
  ی: 'Y',
  ئ: 'Y',
  ې: 'Y',
  ة: 'H',
  ۀ: 'H',
  // Vowels that Sorani writes out.
  ە: 'e',
  ۆ: 'o',
  ێ: 'e',
};

/**
 * The sounds of a word in Arabic script. A he with a non-joiner behind it is the vowel that Sorani also writes with a
 * letter of its own, and Persian at the end of a part of a compound; a leading alif or hamza carries whichever vowel; a final
 * he is rarely spoken.
 */
export function soundsOfAbjad(word: string): string {
  const letters = word
    .normalize('NFC')
    .replace(/\u0647\u200c/g, '\u06d5')
    // Sorani puts a carrier before a leading vowel: ئامانج, ئەحمەد.
    .replace(/^ئ(?=[اەێۆوی])/u, '');
  const sounds = [...letters].map((letter) => SOUND_OF_LETTER[letter] ?? '').join('');
  return (
    sounds
      .replace(/^A+/, letters.startsWith('ا\u0644') ? 'A' : 'I')
      .replace(/(?<=.)[EO]/g, 'A')
      .replace(/(?<=..)h$/, 'H')
      // Ḥa is spoken at the end, too.
      .replace(/X/g, 'h')
      .replace(/(.)\1+/g, '$1')
  );
}
