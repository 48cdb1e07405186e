import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { useFormats } from '../i18n/formats.ts';
import { dayText, parseDay } from './date-text.ts';

interface DateFieldProps {
  label: string;
  value: LocalDate | null;
  onChange: (day: LocalDate | null) => void;
  /** What is wrong with the day, where it is one. */
  error?: string | undefined;
  /** Whether a sheet begins here. */
  autoFocus?: boolean;
}

/** A day, typed. Says the weekday under it, so that a slip of the finger is seen; what is no day counts as none. */
export function DateField({ label, value, onChange, error, autoFocus = false }: DateFieldProps) {
  const { t } = useTranslation('letters');
  const { longDate } = useFormats();
  const [typed, setTyped] = useState(dayText(value));
  useEffect(() => {
    // A day that was chosen elsewhere (a quick date) shows here; what is being typed stays.
    setTyped((now) => (parseDay(now) === value ? now : dayText(value)));
  }, [value]);
  const unreadable = typed.trim() !== '' && parseDay(typed) === null;
  return (
    <TextInput
      label={label}
      w={220}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      inputMode="numeric"
      placeholder={t('date.placeholder')}
      value={typed}
      error={unreadable ? t('date.unreadable') : error}
      description={value === null ? undefined : longDate(value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseDay(event.currentTarget.value));
      }}
    />
  );
}
