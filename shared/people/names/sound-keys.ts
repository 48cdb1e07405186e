/**
 * The coarse class of a consonant; several where a letter is read in several ways ('' : it may be silent or an h). Vowels,
 * h, w, y and ain have none: they come and go between spellings.
 */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  b: ['B'],
  p: ['B'],
  f: ['F'],
  // Yusuf, Yusuv; Yaqub, Yaacov; Javad, Jawad.
  v: ['', 'B', 'F'],
  m: ['M'],
  n: ['N'],
  l: ['L'],
  r: ['R'],
  t: ['T'],
  d: ['T'],
  s: ['S'],
  z: ['S', 'T'],
  S: ['S'],
  T: ['T', 'S'],
  D: ['T', 'S'],
  k: ['K'],
  q: ['K'],
  g: ['K'],
  G: ['K', ''],
  K: ['K', ''],
  Q: ['S', 'K', ''],
  C: ['S', 'K'],
  c: ['K', 'S'],
  j: ['K', 'S', ''],
  J: ['S', 'K'],
  // A final ta marbuta: Najat, Naja.
  H: ['', 'T'],
};

/** More readings than this one word does not need: the alignment sorts out the rest. */
const MOST_KEYS = 8;

/**
 * The keys under which a word is stored and looked up: its consonants in coarse classes, one key for each reading. Two
 * spellings of one name share at least one. Words without consonants have the key "-".
 */
export function soundKeys(sounds: string): string[] {
  let keys = [''];
  for (const sound of sounds) {
    const classes = CLASSES[sound];
    if (!classes) continue;
    // A reading that would be too many is left out, the first one never.
    const readings = keys.length * classes.length > MOST_KEYS ? classes.slice(0, 1) : classes;
    keys = keys.flatMap((key) => readings.map((one) => key + one));
  }
  return [...new Set(keys)].map((key) => (key === '' ? '-' : key));
}

/**
 * The keys, and those of words that have S for one T or T for one S: what Arabic writes as th, one tradition hears as t and
 * another as s (Touria, Soraya).
 */
export function nearKeys(keys: readonly string[]): Set<string> {
  const near = new Set(keys);
  for (const key of keys) {
    for (let at = 0; at < key.length; at += 1) {
      const other = key[at] === 'S' ? 'T' : key[at] === 'T' ? 'S' : null;
      if (other !== null) near.add(key.slice(0, at) + other + key.slice(at + 1));
    }
  }
  return near;
}
