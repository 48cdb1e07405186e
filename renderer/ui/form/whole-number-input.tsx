import { NumberInput, type NumberInputProps } from '@mantine/core';

interface WholeNumberInputProps extends Omit<NumberInputProps, 'allowDecimal' | 'onChange'> {
  /** The number that stands there now; 0 while the field is empty. */
  onChange: (value: number) => void;
}

/** A field for a whole number. */
export function WholeNumberInput({ onChange, ...props }: WholeNumberInputProps) {
  return <NumberInput {...props} allowDecimal={false} onChange={(value) => onChange(Number(value))} />;
}
