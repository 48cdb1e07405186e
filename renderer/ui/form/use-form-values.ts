import { useRef, useState } from 'react';
import { type FieldErrors, withoutErrorsOf } from './field-errors.ts';
import { focusFirstError } from './focus-first-error.ts';

/**
 * The values of a form and what is wrong with them, by field. An error stands until its field is changed. `form` is for
 * the form's element, so that the focus can be put on what is to be mended.
 */
export function useFormValues<T extends object>(start: T | (() => T)) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<FieldErrors>({});
  const change = (next: Partial<T>): void => {
    setValues((now) => ({ ...now, ...next }));
    setErrors((now) => withoutErrorsOf(now, next));
  };
  /** For a field whose value is kept beside these values: it was changed, its error is gone. */
  const touch = (field: string): void => setErrors((now) => withoutErrorsOf(now, { [field]: null }));
  /** Marks the fields that are wrong and goes to the first of them. Whether there is one. */
  const mark = (found: FieldErrors): boolean => {
    setErrors(found);
    if (Object.keys(found).length === 0) return false;
    focusFirstError(form.current);
    return true;
  };
  return { form, values, setValues, errors, change, touch, mark };
}
