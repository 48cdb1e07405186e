import { z } from 'zod';

/** A text column that holds JSON of this form. */
export function jsonColumn<S extends z.ZodType>(schema: S) {
  return z.string().transform((text): z.infer<S> => schema.parse(JSON.parse(text)));
}

/** An integer column that is 0 or 1. */
export const flagColumn = z.int().transform((flag) => flag === 1);
