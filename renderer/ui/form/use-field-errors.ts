import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type FieldErrors, fieldErrors } from './field-errors.ts';

/** `fieldErrors` in the language of the moment. */
export function useFieldErrors() {
  const { t } = useTranslation('office');
  return useCallback(
    (schema: z.ZodType | undefined, values: unknown, special?: Readonly<Record<string, string>>): FieldErrors =>
      fieldErrors(t, schema, values, special),
    [t],
  );
}
