import { expect, it } from 'vitest';
import { centralStepPhrases as central, findStepPhrase, ownStepBlock } from '../../shared/steps/step-catalogue.ts';
import { fillsItsGaps } from '../../shared/steps/step-phrase.ts';
import { proposePhrases } from './propose-phrases.ts';

const kita = { id: '01900000-0000-7000-8000-00000000000a', topics: ['kita'] };

it('proposes what fits the topic first, filled with the partner who helps with it', () => {
  const [first] = proposePhrases(central, ['kita'], [kita], { most: 5 });
  expect(first).toEqual({ id: 'register-child', papers: [], place: null, partnerId: kita.id, topic: null });
  expect(proposePhrases(central, ['kita'], [], { most: 5 })[0]).toMatchObject({ place: 'kita', partnerId: null });
});

it('asks for the papers that such a place usually wants to see', () => {
  const bring = proposePhrases(central, ['kita'], [], { most: 9 }).find(({ id }) => id === 'bring');
  expect(bring?.papers).toEqual(['id', 'papers', 'birthCertificate', 'vaccinationRecord']);
});

it('proposes nothing twice and nothing with an open gap, with topics or without', () => {
  for (const topics of [[], ['kita', 'school'], ['power-gas'], ['other'], ['form-help', 'authorities']]) {
    const proposed = proposePhrases(central, topics, [], { most: 6 });
    expect(new Set(proposed.map(({ id }) => id)).size).toBe(proposed.length);
    for (const phrase of proposed) {
      const block = findStepPhrase(phrase.id);
      expect(block && fillsItsGaps(block, phrase), phrase.id).toBe(true);
    }
    expect(proposed.length).toBeGreaterThan(0);
  }
});

it('proposes what the office added, the newest third, and nothing that it has switched off', () => {
  const own = ['0123456789abcdef', 'fedcba9876543210'].map((digits) =>
    ownStepBlock({ id: `own.step.${digits}`, owner: 'client' }),
  );
  const offered = [...central.filter(({ id }) => id !== 'register-child'), ...own];
  const ids = proposePhrases(offered, ['kita'], [kita], { most: 9 }).map(({ id }) => id);
  expect(ids).not.toContain('register-child');
  expect(ids.indexOf(own[1]?.id ?? '')).toBeLessThan(3);
  expect(ids).toContain(own[0]?.id);
});
