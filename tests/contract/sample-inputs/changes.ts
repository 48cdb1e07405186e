import type { SamplesOf } from './parts.ts';

export const changesSamples = {
  watch: () => ({}),
} satisfies SamplesOf<'changes'>;
