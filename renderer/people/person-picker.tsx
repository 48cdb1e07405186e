import { Button, Combobox, Group, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { type ChosenPerson, CreatePersonForm, type PickedPerson } from './create-person-form.tsx';
import classes from './people.module.css';
import { personFromWords } from './person-form-values.ts';
import { PersonHitLine } from './person-hit-line.tsx';
import { useAnnouncedCombobox } from './use-announced-combobox.ts';
import { usePeopleSearch } from './use-people-search.ts';

export type { ChosenPerson } from './create-person-form.tsx';

interface PersonPickerProps {
  /** Null: nobody, which is always allowed. */
  value: ChosenPerson | null;
  onChange: (person: PickedPerson | null) => void;
  /** Without one: "Person". */
  label?: string;
  /** What is known from elsewhere, for a person who must be created: the ticket's languages. */
  known?: Partial<PersonFields>;
  disabled?: boolean;
}

const CREATE = 'create';

/**
 * A person by search: type, arrow keys, Enter. The last entry creates who is not there yet, with the words typed so
 * far. Works with the keyboard alone, inside sheets too.
 */
export function PersonPicker({ value, onChange, label, known, disabled = false }: PersonPickerProps) {
  const { t } = useTranslation('people');
  const [creating, setCreating] = useState<string | null>(null);
  const title = label ?? t('person');

  if (value) {
    return (
      <Stack gap={2}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Group gap="xs" wrap="nowrap" className={classes.chosen}>
          <Bdi fw={600} className={classes.chosenName ?? ''}>
            {value.name}
          </Bdi>
          {!disabled && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={() => onChange(null)}
              aria-label={t('picker.removeNamed', { name: value.name })}
            >
              {t('picker.remove')}
            </Button>
          )}
        </Group>
      </Stack>
    );
  }
  return (
    <>
      <SearchField label={title} disabled={disabled} onChosen={onChange} onCreate={setCreating} />
      {creating !== null && (
        <Sheet title={t('create.title')} size="lg" closeOnClickOutside={false} onClose={() => setCreating(null)}>
          <CreatePersonForm
            start={
              known?.level === 'pseudonymous'
                ? { ...known, pseudonym: creating.trim() }
                : { ...known, ...personFromWords(creating) }
            }
            onCancel={() => setCreating(null)}
            onChosen={(person) => {
              setCreating(null);
              onChange(person);
            }}
          />
        </Sheet>
      )}
    </>
  );
}

interface SearchFieldProps {
  label: string;
  disabled: boolean;
  onChosen: (person: PickedPerson) => void;
  onCreate: (words: string) => void;
}

function SearchField({ label, disabled, onChosen, onCreate }: SearchFieldProps) {
  const { t } = useTranslation('people');
  const [words, setWords] = useState('');
  const { hits, searching, settled } = usePeopleSearch(words);
  const { combobox, activeDescendant, option } = useAnnouncedCombobox();
  const list = useRef(combobox);
  list.current = combobox;

  // The best hit is chosen by Enter at once, but only when it belongs to what was typed.
  useEffect(() => {
    if (settled && searching) list.current.selectFirstOption();
    else list.current.resetSelectedOption();
  }, [settled, searching, hits]);

  const submit = (value: string) => {
    combobox.closeDropdown();
    if (value === CREATE) return onCreate(words);
    const hit = hits.find((found) => found.id === value);
    if (hit) onChosen({ id: hit.id, name: hit.name, level: hit.level });
  };

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
      <Combobox.Target withExpandedAttribute aria-activedescendant={activeDescendant}>
        {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- Combobox.Target gives it the others */}
        <TextInput
          label={label}
          description={t('picker.hint')}
          placeholder={t('picker.placeholder')}
          role="combobox"
          autoComplete="off"
          dir="auto"
          disabled={disabled}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <VisuallyHidden role="status">
        {searching && settled ? t('picker.found', { count: hits.length }) : ''}
      </VisuallyHidden>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={searching ? t('picker.hits') : t('picker.recent')} className={classes.options}>
          {!searching && hits.length > 0 && (
            <Combobox.Group label={t('picker.recent')}>
              {hits.slice(0, 5).map((hit) => (
                <Combobox.Option {...option(hit.id)} key={hit.id}>
                  <PersonHitLine hit={hit} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {searching &&
            hits.map((hit) => (
              <Combobox.Option {...option(hit.id)} key={hit.id}>
                <PersonHitLine hit={hit} />
              </Combobox.Option>
            ))}
          <Combobox.Option {...option(CREATE)}>
            <Group gap="xs" wrap="nowrap">
              <IconUserPlus size={18} aria-hidden />
              <span>{words.trim() === '' ? t('picker.create') : t('picker.createNamed', { words: words.trim() })}</span>
            </Group>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
