import { expect, it } from 'vitest';
import { catalogue } from '../catalogue/catalogue.ts';
import { canBeSworn, needsSwornInterpreter } from './legal-effect.rules.ts';

const residence = [{ topic: 'kita' }, { topic: 'residence' }];

it('asks for a sworn interpreter where a topic binds in law and somebody else interprets', () => {
  for (const interpreterMode of ['tandem', 'volunteer', 'phone', 'relative', 'minor'] as const) {
    expect(needsSwornInterpreter({ topics: residence, interpreterMode, interpreterSworn: false })).toBe('residence');
    expect(needsSwornInterpreter({ topics: [{ topic: 'kita' }], interpreterMode, interpreterSworn: false })).toBeNull();
  }
});

it('asks for none where nobody interprets, or who does is sworn', () => {
  expect(needsSwornInterpreter({ topics: residence, interpreterMode: 'none', interpreterSworn: false })).toBeNull();
  expect(needsSwornInterpreter({ topics: residence, interpreterMode: 'phone', interpreterSworn: true })).toBeNull();
});

it('never asks whether a relative or a child is sworn', () => {
  expect(canBeSworn('relative') || canBeSworn('minor') || canBeSworn('none')).toBe(false);
});

it('names topics that the catalogue has', () => {
  const known = catalogue.topics.map(({ id }) => id);
  for (const topic of ['residence', 'family-reunification', 'recognition', 'birth', 'money-debt', 'landlord'])
    expect(known).toContain(topic);
});
