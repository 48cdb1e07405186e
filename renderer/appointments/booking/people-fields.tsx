import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../people/person-picker.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import classes from './booking.module.css';
import { fewestUnnamed, type WhoComes, withoutPerson, withPerson } from './booking-draft.ts';
import { HouseholdChips } from './household-chips.tsx';
import { useHousehold } from './use-household.ts';

interface PeopleFieldsProps<Draft extends WhoComes> {
  draft: Draft;
  /** For somebody who must be created. */
  language: string | null;
  onChange: (draft: Draft) => void;
}

/** Who comes: nobody has to be named, a household comes together by a click each, a group has its seats. */
export function PeopleFields<Draft extends WhoComes>({ draft, language, onChange }: PeopleFieldsProps<Draft>) {
  const { t } = useTranslation('appointments');
  const unnamedId = useId();
  const { people, unnamed } = draft;
  const fewest = fewestUnnamed(draft);
  const household = useHousehold(people);
  const others = people.filter(({ id }) => !household.some((member) => member.id === id));
  const remove = (personId: string) => onChange(withoutPerson(draft, personId));
  return (
    <Stack gap={6}>
      {others.length > 0 && (
        <ul className={classes.people} aria-label={t('field.people')}>
          {others.map(({ id, name }) => (
            <li key={id}>
              <Bdi fw={600}>{name}</Bdi>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                leftSection={<IconX size={16} aria-hidden />}
                aria-label={t('field.removePerson', { name })}
                onClick={() => remove(id)}
              >
                {t('field.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {household.length > 0 && (
        <HouseholdChips
          household={household}
          chosen={people.map(({ id }) => id)}
          onAdd={(person) => onChange(withPerson(draft, person))}
          onRemove={remove}
        />
      )}
      <PersonPicker
        key={people.length}
        label={people.length === 0 ? t('field.person') : t('field.anotherPerson')}
        value={null}
        {...(language === null ? {} : { known: { spoken: language } })}
        onChange={(person) => {
          if (person) onChange(withPerson(draft, person));
        }}
      />
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <Text size="sm" fw={500} component="label" htmlFor={unnamedId}>
          {t('field.unnamed')}
        </Text>
        <NumberInput
          id={unnamedId}
          w={90}
          size="xs"
          min={fewest}
          max={60}
          value={unnamed}
          onChange={(count) =>
            typeof count === 'number' && count >= fewest && onChange({ ...draft, unnamed: Math.min(60, count) })
          }
        />
      </Group>
    </Stack>
  );
}
