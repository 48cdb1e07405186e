import { LONG_VOWELS, VOWELS } from './sounds.ts';

/**
 * What it costs to read one sound as another, and to leave one out: 0 nothing, 1 another name. Set by hand after the
 * practice of registers (docs/names.md) and tuned on one half of the CC0 names in tests/fixtures/names.
 */
export interface AlignmentCosts {
  /** Pairs of sounds that one letter or one spelling tradition takes for each other. */
  pairs: Readonly<Record<string, number>>;
  /** Any other consonant for a consonant, vowel for a vowel, consonant for a vowel. */
  consonants: number;
  vowels: number;
  unlike: number;
  /** A vowel of Latin script where Arabic script writes none. */
  shortVowel: number;
  /** A vowel that one Latin spelling has and the other has not: Fatma, Fatima. */
  latinVowel: number;
  /** A final e: Hassan, Hassane. Any other final vowel, written in either script, makes another name: Samir, Samira. */
  finalE: number;
  finalVowel: number;
  /** At the beginning: Ibrahim, Brahim. */
  leadingVowel: number;
  /** A long vowel of Arabic script that Latin does not write. */
  longVowel: number;
  ain: number;
  /** h that one spelling leaves out. */
  h: number;
  finalH: number;
  /** w or y that one spelling leaves out. */
  glide: number;
  consonant: number;
  /** How much more a difference counts where both are in Arabic script, which varies less. */
  bothAbjad: number;
  /** One letter for two sounds: s-h read as sh. */
  split: number;
}

export const COSTS: AlignmentCosts = {
  pairs: {
    // Latin vowels.
    ae: 0.1,
    ei: 0.05,
    ou: 0,
    ai: 0.4,
    ao: 0.2,
    au: 0.6,
    eo: 0.4,
    eu: 0.5,
    iu: 0.5,
    io: 0.5,
    // Glides.
    yi: 0,
    ye: 0.2,
    wu: 0.05,
    wo: 0.15,
    wv: 0.05,
    wf: 0.4,
    vf: 0.2,
    vb: 0.35,
    uv: 0.15,
    ov: 0.3,
    jy: 0.3,
    // Long vowels of Arabic script.
    Aa: 0,
    Ae: 0.15,
    Ao: 0.3,
    Ai: 0.6,
    Au: 0.45,
    AA: 0,
    AH: 0.15,
    Wu: 0,
    Wo: 0,
    Ww: 0,
    Wv: 0.05,
    Wa: 0.5,
    We: 0.5,
    WW: 0,
    Wf: 0.4,
    Yi: 0,
    Yy: 0,
    Ye: 0.15,
    Ya: 0.5,
    YA: 0.3,
    Yj: 0.35,
    Yu: 0.35,
    Ha: 0.1,
    He: 0.05,
    Hh: 0.1,
    Hi: 0.3,
    Ht: 0.15,
    Ho: 0.4,
    Hu: 0.5,
    Ia: 0.15,
    Ie: 0.1,
    Ii: 0.25,
    Io: 0.15,
    Iu: 0.15,
    IA: 0.1,
    IE: 0.1,
    IO: 0.1,
    Ei: 0.05,
    Ee: 0.05,
    Ea: 0.3,
    Eo: 0.5,
    Eu: 0.5,
    EA: 0.3,
    Oa: 0.05,
    Oo: 0.1,
    Ou: 0.1,
    Oe: 0.15,
    Oi: 0.4,
    OA: 0.1,
    OE: 0.4,
    E3: 0.3,
    O3: 0.2,
    Iy: 0.3,
    Iw: 0.4,
    '3a': 0.2,
    '3e': 0.1,
    '3i': 0.1,
    '3o': 0.1,
    '3u': 0.15,
    '3A': 0.2,
    '3I': 0.3,
    // Stops.
    td: 0.25,
    pb: 0.3,
    kq: 0.05,
    kg: 0.4,
    qg: 0.35,
    Gg: 0.05,
    GK: 0.35,
    Gq: 0.25,
    Gk: 0.4,
    Gr: 0.6,
    // Throat sounds.
    Kh: 0.2,
    Kk: 0.3,
    Kq: 0.4,
    QK: 0.05,
    QS: 0.1,
    QC: 0.05,
    Qk: 0.15,
    Qh: 0.3,
    Qj: 0.4,
    CS: 0.3,
    Cj: 0.3,
    Gh: 0.5,
    // Hissing sounds.
    sz: 0.35,
    dz: 0.4,
    sS: 0.25,
    sQ: 0.3,
    zJ: 0.3,
    jJ: 0.1,
    jg: 0.1,
    SJ: 0.25,
    jS: 0.3,
    cQ: 0.2,
    cs: 0.05,
    ck: 0.05,
    cq: 0.15,
    cj: 0,
    cg: 0.15,
    cC: 0.2,
    cK: 0.4,
    // th and dh, and what Turkish, Persian and Egyptian ears make of them.
    Tt: 0.1,
    Ts: 0.1,
    Tz: 0.2,
    Td: 0.35,
    TD: 0.2,
    Dd: 0.1,
    Dz: 0.05,
    Ds: 0.45,
    Dt: 0.4,
    DG: 0.5,
    mn: 0.5,
    ln: 0.6,
    rl: 0.6,
  },
  consonants: 0.85,
  vowels: 0.5,
  unlike: 0.85,
  shortVowel: 0.12,
  latinVowel: 0.3,
  finalE: 0.15,
  finalVowel: 0.65,
  leadingVowel: 0.45,
  longVowel: 0.4,
  ain: 0.15,
  h: 0.5,
  finalH: 0.15,
  glide: 0.6,
  consonant: 0.75,
  bothAbjad: 1.8,
  split: 0.05,
};

/** What a sound counts for in the length of a word: consonants tell names apart, vowels less. */
export function weightOf(sound: string): number {
  if (VOWELS.includes(sound)) return 0.5;
  if (LONG_VOWELS.includes(sound)) return 0.5;
  return 1;
}
