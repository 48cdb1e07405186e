import { randomUUID } from 'node:crypto';
import { id, type SamplesOf } from './parts.ts';
import { person } from './people.ts';

export const duplicatesSamples = {
  list: () => ({}),
  alike: () => {
    const { givenName, familyName, ownScriptName, bornOn, birthPrecision, gender, phone, email } = person;
    return { givenName, familyName, ownScriptName, bornOn, birthPrecision, gender, phone, email };
  },
  setDistinct: () => ({ requestId: randomUUID(), firstId: id, secondId: id }),
  merge: () => ({ requestId: randomUUID(), keptId: id, keptRevision: 1, mergedId: id, mergedRevision: 1, person }),
  undo: () => ({ requestId: randomUUID(), mergedId: id }),
  mergesOf: () => ({ id }),
} satisfies SamplesOf<'duplicates'>;
