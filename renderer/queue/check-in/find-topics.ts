import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import { foldName } from '../../../shared/kernel/fold-name.ts';

interface Topic {
  id: string;
  de: string;
  en: string;
}

const wordsOf = (text: string) => foldName(text.replaceAll('-', ' ')).split(' ');

/**
 * The topics that typed letters mean, best first: the label's first word, then its other words, then the id (of an
 * added topic its parent's) and the other language's label ("kita" finds the kindergarten place). Within a rank the catalogue's order. All without letters.
 */
export function findTopics<T extends Topic>(topics: readonly T[], typed: string, language: 'de' | 'en'): readonly T[] {
  const wanted = foldName(typed);
  if (wanted === '') return topics;
  const rank = (topic: T): number => {
    const label = foldName(topic[language]);
    if (label.startsWith(wanted)) return 0;
    if (wordsOf(topic[language]).some((word) => word.startsWith(wanted))) return 1;
    const others = [...wordsOf(centralIdOf(topic.id)), ...wordsOf(topic.de), ...wordsOf(topic.en)];
    return others.some((word) => word.startsWith(wanted)) ? 2 : 3;
  };
  return topics
    .map((topic) => ({ topic, rank: rank(topic) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((found) => found.topic);
}
