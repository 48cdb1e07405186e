import type { TFunction } from 'i18next';
import type { z } from 'zod';

/** Errors by the dotted path of the field, as `@mantine/form` takes them. */
export type FieldErrors = Record<string, string>;

type Issue = z.ZodError['issues'][number];

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  let found = values;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function issueText(t: TFunction<'office'>, issue: Issue, value: unknown): string {
  if (isEmpty(value)) return t('form.required');
  if (issue.code === 'too_big') return t('form.tooLong', { count: Number(issue.maximum) });
  if (issue.code === 'too_small' && issue.origin === 'string')
    return t('form.tooShort', { count: Number(issue.minimum) });
  return t('form.invalid');
}

/**
 * What the contract's own schema says about the values of a form, by field and in the reader's words. Empty when the
 * office would take them as they are. A procedure's `inputSchema` may be undefined by its type; then nothing is
 * checked. `special` gives a field a text of its own, by the dotted path with `*` for a
 * place in a list.
 */
export function fieldErrors(
  t: TFunction<'office'>,
  schema: z.ZodType | undefined,
  values: unknown,
  special: Readonly<Record<string, string>> = {},
): FieldErrors {
  const errors: FieldErrors = {};
  const checked = schema?.safeParse(values);
  if (!checked || checked.success) return errors;
  for (const issue of checked.error.issues) {
    const path = issue.path.join('.');
    const value = valueAt(values, issue.path);
    const own = isEmpty(value)
      ? undefined
      : special[issue.path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')];
    errors[path] ??= own ?? issueText(t, issue, value);
  }
  return errors;
}

/** The errors without those of fields that somebody is changing now: an error stands until its field is touched. */
export function withoutErrorsOf(errors: FieldErrors, changed: object): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => !Object.hasOwn(changed, path)));
}
