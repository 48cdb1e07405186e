import { foldName } from '../../kernel/fold-name.ts';
import { isAbjad, type SoundedWord, type Writing } from './sounds.ts';
import { soundsOfAbjad } from './sounds-of-abjad.ts';
import { soundsOfLatin } from './sounds-of-latin.ts';

/** One word of a name as it is stored, looked up and compared. */
export interface NameWord {
  /** As it stands in the name: "al-Ahmad", "Abd al-Rahman". */
  written: string;
  /** Its letters, folded, without blanks, as somebody types them: "ahmad", "abdalrahman". */
  text: string;
  /** Its sounds; a second reading where the article may be a part of the name (Elham, الياس) or not. */
  readings: readonly SoundedWord[];
  /** A connecting word (bin, ibn, oğlu) that some papers leave out. */
  weak: boolean;
}

const LATIN_ARTICLE = /^(?:[aeiu]l|[aeu](?:d|dh|r|s|sh|ch|z|n|t|th))$/;
const SERVANT = /^(?:ab[eiu]?d|ebd|ab[eiu]?d(?:[aeiou]{1,2}[lrsn]?|[aeiou]sh)|ebd[uei]l?|عبد|عەبد(?:ول)?)$/;
const FATHER = /^(?:abu|abou|aboo|abo|ebu|ابو|ابي|ابا|ئەبو)$/;
const WEAK = /^(?:bin|ibn|ben|bint|bent|binti|bn|ould|wuld|oglu|ابن|بن|بنت|ولد)$/;
// Faith and God as words of their own belong to the word before them: Nur ad-Din, Nasr Allah.
const SECOND_HALF = /^(?:[aeiou]{0,2}[dlt]?[dt](?:i|ee|ie|y)nn?e?|[aeou]{0,2}ll?ah|ال?دين|الله|لله)$/;

/**
 * The words of a name. What is one word in one spelling and two in another becomes one: Abd al-Rahman, Abderrahmane and
 * عبد الرحمن; Nur ad-Din and Noureddine; Nasr Allah and Nasrallah; Abu Bakr and Aboubakr. The article al- is left out.
 */
export function nameWords(name: string): NameWord[] {
  const parts = splitName(name);
  const words: NameWord[] = [];
  let open: string[] = [];
  for (const [at, part] of parts.entries()) {
    const folded = foldName(part);
    const isLast = at === parts.length - 1;
    const last = words.at(-1);
    if (!isLast && LATIN_ARTICLE.test(folded)) {
      if (open.length > 0) open.push(part);
    } else if (!isLast && open.length === 0 && (SERVANT.test(folded) || FATHER.test(folded))) open = [part];
    else if (open.length === 0 && last && !last.weak && SECOND_HALF.test(folded)) {
      words[words.length - 1] = nameWord([last.written, part]);
    } else {
      words.push(nameWord([...open, part]));
      open = [];
    }
  }
  return words;
}

/** Two words of a name read as one: Ali Reza is Alireza. */
export function joinedWord(first: NameWord, second: NameWord): NameWord {
  return nameWord([first.written, second.written]);
}

function nameWord(parts: readonly string[]): NameWord {
  const folded = parts.flatMap((part) => foldName(part).split(' ')).filter((part) => part !== '');
  const letters = folded.filter((part, at) => at === folded.length - 1 || !LATIN_ARTICLE.test(part));
  const written = parts.join(' ');
  // Marks tell sounds (ş, ç, ə, a Sorani vowel) that folding drops.
  const spoken = parts
    .flatMap((part) => part.split(' '))
    .filter((part, at, all) => at === all.length - 1 || !LATIN_ARTICLE.test(foldName(part)))
    .map((part) => part.toLowerCase());
  const writing: Writing = isAbjad(written) ? 'abjad' : 'latin';
  const readings = new Set(writing === 'abjad' ? abjadReadings(spoken) : latinReadings(spoken));
  return {
    written,
    text: folded.join(''),
    readings: [...readings].filter((sounds) => sounds !== '').map((sounds) => ({ writing, sounds })),
    weak: letters.length === 1 && WEAK.test(letters[0] ?? ''),
  };
}

function latinReadings(parts: readonly string[]): string[] {
  const servant = parts.length > 1 && SERVANT.test(foldName(parts[0] ?? ''));
  const word = (servant ? ['abd', ...parts.slice(1)] : parts)
    .join('')
    .replace(/^[ae]b[eiu]?d(?:[aeiouüöû]{1,2}l|[aeiouüöû]{1,2}|l)(?=.{3})/, 'abd')
    // Assimilated articles: Nureddin, Nuruldin, Nurettin.
    .replace(/(?<=..)[aeiou]{1,2}(?:ld|dd|tt|td|dt)(?=(?:i|ee|ie|y)nn?e?$)/, 'd')
    .replace(/(?<=...)[aeiou]{1,2}ll(?=[ae]h?$)/, 'ul');
  const bare = /^[ae]l(?=[^aeioul].{2}|l[aeiou].{2}|[aeiou].{3})(?<rest>.+)/.exec(word)?.groups?.['rest'];
  return [word, ...(bare === undefined ? [] : [bare])].map(soundsOfLatin);
}

function abjadReadings(parts: readonly string[]): string[] {
  const word = parts.map((part, at) => (at > 0 ? part.replace(/^ال/u, '') : part)).join('');
  const compound = word
    .replace(/^عەبدو?(?=[ڵل])/u, 'عبد')
    .replace(/^(عبد)ال/u, '$1')
    .replace(/(?<=..)ال(?=دين$)/u, '')
    .replace(/(?<=..)ا(?=لله$)/u, '')
    .replace(/(?<=..)لله$/u, 'له');
  // With the article, most names begin behind it; some begin with these letters themselves.
  const bare = /^[اٱ]ل(?<rest>.{2,})$/u.exec(compound)?.groups?.['rest'];
  return [...(bare === undefined ? [] : [bare]), compound].map(soundsOfAbjad);
}

function splitName(name: string): string[] {
  return name
    .normalize('NFC')
    .replace(/[’ʼʿʾ'`´‘\u064b-\u0652\u0670\u0640]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((part) => part !== '');
}
