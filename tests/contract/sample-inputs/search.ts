import type { SamplesOf } from './parts.ts';

export const searchSamples = {
  notes: () => ({ words: 'termin', topic: null, from: null, to: null, employer: null, level: null }),
  elsewhere: () => ({ words: 'termin' }),
} satisfies SamplesOf<'search'>;
