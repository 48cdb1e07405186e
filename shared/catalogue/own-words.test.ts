import { expect, test } from 'vitest';
import { topicPhrase } from '../letters/client-phrases.ts';
import { phraseText } from '../steps/step-phrase.ts';
import { stepWords, topicWord } from '../steps/step-words.ts';
import { CLIENT_LANGUAGES } from './catalogue.ts';
import { ownPhrase } from './own-words.ts';

const id = 'own.kita.0123456789abcdef';
const words = { de: 'Tagesmutter', en: '', ar: 'مربية', fa: '', kmr: '', ckb: '' };

test('a client reads what the office gave, else the parent’s phrase with the German words beside it', () => {
  for (const language of CLIENT_LANGUAGES) {
    const parent = topicPhrase(language, 'kita') ?? '';
    const own = words[language];
    const expected = own === '' ? `${parent} (Tagesmutter)` : own;
    expect(topicPhrase(language, id, words)).toBe(expected);
    expect(topicWord(language, id, words)).toBe(expected);
  }
  expect(ownPhrase('en', words, null)).toBe('Tagesmutter');
});

test('without its words, the parent speaks for it', () => {
  expect(topicPhrase('en', id)).toBe(topicPhrase('en', 'kita'));
});

test('a phrase block with a gap for the topic says it too', () => {
  const [block] = Object.entries(stepWords.de.phrases).find(([, text]) => text.includes('{{topic}}')) ?? [];
  const values = { papers: [], place: 'kita', partnerName: null, topic: id, ownTopic: words };
  expect(phraseText('de', block ?? '', values)).toContain('Tagesmutter');
  expect(phraseText('ar', block ?? '', values)).toContain('مربية');
});
