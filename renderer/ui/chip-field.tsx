import { Text } from '@mantine/core';
import { ChipGroup, type ChipGroupProps } from './chip-group.tsx';

/** Chips with what they ask written above them, as other fields of a form have it. */
export function ChipField<Id extends string>(props: ChipGroupProps<Id>) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4} aria-hidden>
        {props.label}
      </Text>
      <ChipGroup {...props} />
    </div>
  );
}
