/** Words by their letters. */
export interface SpelledWords {
  add(text: string, word: number): void;
  /** Tells each word that begins with the letters, and how many letters it has more. */
  findBegun(text: string, onFound: (word: number, left: number) => void): void;
}

/** An empty list. It is put in order when it is asked, not with each word. */
export function spelledWords(): SpelledWords {
  const entries: { text: string; words: number[] }[] = [];
  const byText = new Map<string, number[]>();
  let inOrder = true;

  /** The first entry that is not before the text. */
  const placeOf = (text: string): number => {
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle]?.text ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add(text, word) {
      const known = byText.get(text);
      if (known) {
        known.push(word);
        return;
      }
      const words = [word];
      byText.set(text, words);
      entries.push({ text, words });
      inOrder = false;
    },
    findBegun(text, onFound) {
      if (!inOrder) entries.sort((a, b) => (a.text < b.text ? -1 : 1));
      inOrder = true;
      for (let at = placeOf(text); at < entries.length; at += 1) {
        const entry = entries[at];
        if (!entry?.text.startsWith(text)) return;
        for (const word of entry.words) onFound(word, entry.text.length - text.length);
      }
    },
  };
}
