import { describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES, catalogue } from '../catalogue/catalogue.ts';
import { clientPhrases, topicPhrase } from './client-phrases.ts';

/** All texts of a language, one after another. */
function textsOf(value: object): string[] {
  return Object.values(value).flatMap((child: unknown) =>
    typeof child === 'string' ? [child] : typeof child === 'object' && child !== null ? textsOf(child) : [],
  );
}

describe('clientPhrases', () => {
  it.each(CLIENT_LANGUAGES)('names every topic of the catalogue in %s', (language) => {
    for (const { id } of catalogue.topics) expect(topicPhrase(language, id)).toBeTruthy();
    expect(topicPhrase(language, 'toString')).toBeNull();
  });

  // Each language has letters that look like another one's and would be found neither by eye nor by search.
  it.each([
    ['ar', /[\u06a9\u06cc\u06d5\u06be]/, 'Persian or Kurdish letters'],
    ['fa', /[\u0643\u064a\u0649\u06d5]/, 'Arabic kaf, yeh or Kurdish ae'],
    ['ckb', /[\u0643\u064a\u0649\u0647]/, 'Arabic kaf, yeh or heh'],
    ['kmr', /[^A-Za-zÇçÊêÎîŞşÛû\s.,?:{}()/-]/, 'letters outside of the Hawar alphabet'],
  ] as const)('writes %s without foreign letters', (language, foreign, _what) => {
    for (const text of textsOf(clientPhrases[language])) expect(text.replace(/\(Jobcenter\)/, '')).not.toMatch(foreign);
  });

  it('uses Western digits only', () => {
    for (const language of CLIENT_LANGUAGES)
      for (const text of textsOf(clientPhrases[language])) expect(text).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
  });
});
