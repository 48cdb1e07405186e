import { Text } from '@mantine/core';
import { ChipGroup, type ChipGroupProps } from './chip-group.tsx';

interface ChipFieldProps<Id extends string> extends ChipGroupProps<Id> {
  /** The key that leads there, as it is printed on the keyboard. */
  fieldKey?: string;
}

/** Chips with what they ask written above them, as other fields of a form have it. */
export function ChipField<Id extends string>({ fieldKey, ...group }: ChipFieldProps<Id>) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4} aria-hidden>
        {fieldKey === undefined ? group.label : `${group.label} (${fieldKey})`}
      </Text>
      <ChipGroup {...group} />
    </div>
  );
}
