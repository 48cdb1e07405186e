import type { NameWord } from './name-words.ts';
import type { SoundedWord } from './sounds.ts';

/** A word's readings as one text for an index: the writing's first letter, then the sounds of each reading. */
export function readingsText(word: Pick<NameWord, 'readings'>): string {
  return word.readings.map(({ writing, sounds }) => `${writing === 'abjad' ? 'a' : 'l'}${sounds}`).join('/');
}

/** The readings that `readingsText` wrote. */
export function readingsOf(text: string): SoundedWord[] {
  return text
    .split('/')
    .filter((reading) => reading !== '')
    .map((reading) => ({ writing: reading.startsWith('a') ? 'abjad' : 'latin', sounds: reading.slice(1) }));
}
