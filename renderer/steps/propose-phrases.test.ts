import { expect, it } from 'vitest';
import { findStepPhrase } from '../../shared/steps/step-catalogue.ts';
import { fillsItsGaps } from '../../shared/steps/step-phrase.ts';
import { proposePhrases } from './propose-phrases.ts';

const kita = { id: '01900000-0000-7000-8000-00000000000a', topics: ['kita'] };

it('proposes what fits the topic first, filled with the partner who helps with it', () => {
  const [first] = proposePhrases(['kita'], [kita], { most: 5 });
  expect(first).toEqual({ id: 'register-child', papers: [], place: null, partnerId: kita.id, topic: null });
  expect(proposePhrases(['kita'], [], { most: 5 })[0]).toMatchObject({ place: 'kita', partnerId: null });
});

it('asks for the papers that such a place usually wants to see', () => {
  const bring = proposePhrases(['kita'], [], { most: 9 }).find(({ id }) => id === 'bring');
  expect(bring?.papers).toEqual(['id', 'papers', 'birthCertificate', 'vaccinationRecord']);
});

it('proposes nothing twice and nothing with an open gap, with topics or without', () => {
  for (const topics of [[], ['kita', 'school'], ['power-gas'], ['other'], ['form-help', 'authorities']]) {
    const proposed = proposePhrases(topics, [], { most: 6 });
    expect(new Set(proposed.map(({ id }) => id)).size).toBe(proposed.length);
    for (const phrase of proposed) {
      const block = findStepPhrase(phrase.id);
      expect(block && fillsItsGaps(block, phrase), phrase.id).toBe(true);
    }
    expect(proposed.length).toBeGreaterThan(0);
  }
});
