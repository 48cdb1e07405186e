import { Group, Select, type SelectProps, Text } from '@mantine/core';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { ownNameOf, useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from '../ui/bdi.tsx';

/** One language of the catalogue, found by its German or its own name. */
export function LanguageSelect(props: Omit<SelectProps, 'data' | 'renderOption' | 'searchable'>) {
  const { language } = useCatalogue();
  const data = catalogue.languages.map(({ id }) => ({ value: id, label: `${language(id)} · ${ownNameOf(id)}` }));
  return (
    <Select
      searchable
      clearable={Boolean(props.value)}
      comboboxProps={{ withinPortal: true }}
      {...props}
      data={data}
      renderOption={({ option }) => (
        <Group justify="space-between" gap="sm" wrap="nowrap" w="100%">
          <Text inherit>{language(option.value)}</Text>
          <Bdi lang={option.value} c="dimmed">
            {ownNameOf(option.value)}
          </Bdi>
        </Group>
      )}
    />
  );
}
