import { Select, type SelectProps } from '@mantine/core';
import { districts } from '../../shared/catalogue/catalogue.ts';

/** One Stadtbezirk. */
export function DistrictSelect(props: Omit<SelectProps, 'data' | 'searchable'>) {
  return (
    <Select
      searchable
      clearable={Boolean(props.value)}
      comboboxProps={{ withinPortal: true }}
      {...props}
      data={Object.keys(districts)}
    />
  );
}
