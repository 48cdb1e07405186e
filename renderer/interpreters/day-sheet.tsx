import { Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { DateField } from '../letters/date-field.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface DaySheetProps {
  title: string;
  hint?: string;
  label: string;
  start: LocalDate;
  /** What is wrong with a day; null when it can be saved. */
  problemOf: (day: LocalDate | null) => string | null;
  submitLabel: string;
  pending: boolean;
  onSubmit: (day: LocalDate) => void;
  onClose: () => void;
}

/** Asks for one day about somebody who interprets. */
export function DaySheet({
  title,
  hint,
  label,
  start,
  problemOf,
  submitLabel,
  pending,
  onSubmit,
  onClose,
}: DaySheetProps) {
  const [day, setDay] = useState<LocalDate | null>(start);
  const [tried, setTried] = useState(false);
  const problem = problemOf(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (day !== null && problem === null) onSubmit(day);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {hint !== undefined && <Text size="sm">{hint}</Text>}
          <DateField label={label} value={day} onChange={setDay} error={(tried && problem) || undefined} autoFocus />
          <FormButtons submitLabel={submitLabel} pending={pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
