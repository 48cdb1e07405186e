import './zod-without-eval.ts';
import { expect, test } from 'vitest';

test('zod finds its settings there when it comes, and never tries eval', async () => {
  const { z } = await import('zod');
  expect(z.config().jitless).toBe(true);
});
