import { describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { centralStepPhrases } from './step-catalogue.ts';
import { stepInLanguage } from './step-in-language.ts';

const nothingOwn = () => null;
const phrase = { id: '', papers: [], place: null, partnerId: null, topic: null };
const partner = { id: 'p', name: 'Jobcenter', phone: '', hours: '' };
const OWN = { de: 'Zum Lotsenpunkt gehen', en: 'Go to the pilot point', ar: '', fa: '', kmr: '', ckb: '' };

describe('a step for the client', () => {
  it('is said by every block in every language', () => {
    for (const { id } of centralStepPhrases)
      for (const language of CLIENT_LANGUAGES) {
        const said = stepInLanguage(language, { what: 'x', phrase: { ...phrase, id }, partner }, nothingOwn);
        expect([id, language, said]).toEqual([id, language, expect.stringMatching(/\S/)]);
        expect(said).not.toContain('{{');
      }
  });

  it('keeps a German name in its own direction', () => {
    const withPlace = centralStepPhrases.find(({ slots }) => slots.includes('place'));
    const step = { what: 'x', phrase: { ...phrase, id: withPlace?.id ?? '' }, partner };
    expect(stepInLanguage('ar', step, nothingOwn)).toContain('\u2068Jobcenter\u2069');
  });

  it('is there in German alone when somebody typed it, or nobody gave the words', () => {
    expect(stepInLanguage('ar', { what: 'Anruf', phrase: null, partner: null }, nothingOwn)).toBeNull();
    const own = { what: OWN.de, phrase: { ...phrase, id: 'own.step.0123456789abcdef' }, partner: null };
    expect(stepInLanguage('en', own, () => OWN)).toBe(OWN.en);
    expect(stepInLanguage('ar', own, () => OWN)).toBeNull();
    // Reworded since it was agreed.
    expect(stepInLanguage('en', { ...own, what: 'Etwas anderes' }, () => OWN)).toBeNull();
  });
});
