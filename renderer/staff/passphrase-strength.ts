/** How hard a passphrase is to guess, in four words and no more: anything finer would be invented. */
export const STRENGTHS = ['too-short', 'weak', 'fair', 'good'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const SHORTEST_PASSPHRASE = 10;

/** Beginnings that a guesser tries first. */
const COMMON =
  /^(?:pass(?:wor[dt])?|kennwor|gehei|qwer|asdf|hallo|willko|lokal|tande|dortmu|admin|sommer|winter|frühli|herbst|start|test)/;

function isRun(token: string): boolean {
  const steps = [...token]
    .slice(1)
    .map((character, index) => (character.codePointAt(0) ?? 0) - (token.codePointAt(index) ?? 0));
  return steps.length > 0 && steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
}

/** Bits that a word costs a guesser who tries words first: no more than a large dictionary, whatever its length. */
function tokenBits(token: string): number {
  if (isRun(token)) return 3;
  if (/^\p{L}+$/u.test(token)) {
    if (COMMON.test(token.toLowerCase())) return 4;
    // A dictionary of 8000 words; letters beyond what words have count again, but little.
    return Math.min(token.length * 4.7, 13 + Math.max(0, token.length - 12));
  }
  if (/^(?:19|20)\d\d$/.test(token)) return 6;
  if (/^\d+$/.test(token)) return Math.min(token.length * 3.3, 12);
  return Math.min(token.length * 2, 6);
}

/**
 * A cautious estimate of a passphrase: words count as words, not as letters; years, runs, repeats and what the
 * guesser knows (`known`: names of the person and of the office) count next to nothing.
 */
export function passphraseStrength(passphrase: string, known: readonly string[] = []): Strength {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) return 'too-short';
  let rest = passphrase;
  for (const word of known.flatMap((name) => name.split(/[\s/-]+/)).filter((name) => name.length > 2)) {
    rest = rest.replace(new RegExp(word.replace(/[^\p{L}\p{N}]/gu, '\\$&'), 'gi'), ' ');
  }
  const tokens = new Set(rest.match(/\p{L}+|\d+|[^\p{L}\d\s]+/gu) ?? []);
  const bits = [...tokens].reduce((sum, token) => sum + tokenBits(token), 0);
  if (bits < 32) return 'weak';
  return bits < 48 ? 'fair' : 'good';
}
