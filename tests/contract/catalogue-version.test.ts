import { expect, test } from 'vitest';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { sha256Hex } from '../../shared/node/crypto.ts';
import { centralStepPhrases } from '../../shared/steps/step-catalogue.ts';

/** What each version of the central part counted by: written down once, never changed; a new version gets a new line. */
const VERSIONS: Readonly<Record<number, string>> = {
  1: '22526ec26e6798e7',
};

test('a change of the central catalogue raises its version: figures say what they were counted with', () => {
  const counted = {
    topics: catalogue.topics.map(({ id, group }) => [id, group]),
    obstacles: catalogue.obstacles.map(({ id, level }) => [id, level]),
    results: catalogue.results.map(({ id }) => id),
    steps: centralStepPhrases.map(({ id, owner }) => [id, owner]),
  };
  expect(VERSIONS[catalogue.version]).toBe(sha256Hex(JSON.stringify(counted)).slice(0, 16));
  expect(Object.keys(VERSIONS).map(Number)).toEqual(Object.keys(VERSIONS).map((_, index) => index + 1));
  expect(catalogue.version).toBe(Object.keys(VERSIONS).length);
});
