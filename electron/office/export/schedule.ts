import type { Core } from '../core.ts';

/** The nights of an office, from the opening of its database to its close. */
export function scheduleNights(_core: Core): { stop(): Promise<void> } {
  return { stop: async () => {} };
}
