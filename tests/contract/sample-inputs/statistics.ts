import type { SamplesOf } from './parts.ts';

export const statisticsSamples = {
  overview: () => ({ from: '2026-01-01', to: '2026-03-31' }),
} satisfies SamplesOf<'statistics'>;
