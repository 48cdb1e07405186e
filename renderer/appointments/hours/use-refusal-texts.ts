import { useCallback } from 'react';
import { useFaultText } from '../../i18n/fault-text.ts';
import type { Fault } from '../../rpc/fault.ts';
import type { FieldErrors } from '../../ui/form/field-errors.ts';

/** From the reasons of a refusal to the fields that are to be mended, in the words in which the office's faults are told. */
export function useRefusalTexts() {
  const faultText = useFaultText();
  return useCallback(
    (reasons: readonly (string | null)[], fieldOf: Readonly<Record<string, string>>): FieldErrors => {
      const errors: FieldErrors = {};
      for (const reason of reasons) {
        const field = reason === null ? undefined : fieldOf[reason];
        if (field !== undefined) errors[field] ??= faultText(ruleFault(reason));
      }
      return errors;
    },
    [faultText],
  );
}

function ruleFault(reason: string | null): Fault {
  return { code: 'RULE', reason, retryAfterSeconds: null, fields: [], incident: null };
}
