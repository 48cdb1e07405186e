import { on, type SamplesOf } from './parts.ts';

export const obstaclesSamples = {
  often: () => ({}),
  toAsk: () => ({ until: '2026-11-23' }),
  answer: () => ({ ...on(), holds: 'yes' }),
  undo: on,
} satisfies SamplesOf<'obstacles'>;
