import { type ComboboxItem, Group, type OptionsFilter, Select, type SelectProps, Text } from '@mantine/core';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { matchesWords } from '../../shared/kernel/matches-words.ts';
import { ownNameOf, useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from '../ui/bdi.tsx';

/** Arabisch and العربية find the same language. */
const byEitherName: OptionsFilter = ({ options, search }) =>
  options
    // The options below are in no groups.
    .filter((option): option is ComboboxItem => 'value' in option)
    .filter((option) => matchesWords(`${option.label} ${ownNameOf(option.value)}`, search));

/** One language of the catalogue, found by its German or its own name. */
export function LanguageSelect({
  more = [],
  ...props
}: Omit<SelectProps, 'data' | 'renderOption' | 'searchable' | 'filter'> & {
  /** What can be chosen beside the languages, first in the list: that somebody cannot read. */
  more?: readonly { value: string; label: string }[];
}) {
  const { language } = useCatalogue();
  return (
    <Select
      searchable
      clearable={Boolean(props.value)}
      comboboxProps={{ withinPortal: true, width: 'max-content', position: 'bottom-start' }}
      {...props}
      filter={byEitherName}
      data={[...more, ...catalogue.languages.map(({ id }) => ({ value: id, label: language(id) }))]}
      renderOption={({ option }) => (
        <Group justify="space-between" gap="lg" wrap="nowrap" w="100%">
          <Text inherit>{language(option.value)}</Text>
          {!more.some(({ value }) => value === option.value) && (
            <Bdi lang={option.value} c="dimmed">
              {ownNameOf(option.value)}
            </Bdi>
          )}
        </Group>
      )}
    />
  );
}
