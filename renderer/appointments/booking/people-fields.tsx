import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenPerson, PersonPicker } from '../../people/person-picker.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import classes from './booking.module.css';
import { type BookingDraft, withoutPerson, withPerson } from './booking-draft.ts';

interface PeopleFieldsProps {
  draft: BookingDraft;
  onChange: (draft: BookingDraft) => void;
}

/** Who comes: nobody has to be named, a household comes together, a group has its seats. */
export function PeopleFields({ draft, onChange }: PeopleFieldsProps) {
  const { people, unnamed, language } = draft;
  return (
    <PeopleEditor
      people={people}
      unnamed={unnamed}
      language={language}
      fewest={draft.kind === 'talk' && people.length === 0 ? 1 : 0}
      onAdd={(person) => onChange(withPerson(draft, person))}
      onRemove={(id) => onChange(withoutPerson(draft, id))}
      onUnnamed={(count) => onChange({ ...draft, unnamed: count })}
    />
  );
}

interface PeopleEditorProps {
  people: readonly ChosenPerson[];
  unnamed: number;
  /** For somebody who must be created. */
  language: string | null;
  /** How few may come without a name. */
  fewest: number;
  onAdd: (person: ChosenPerson) => void;
  onRemove: (personId: string) => void;
  onUnnamed: (count: number) => void;
}

/** People by name and the number of those without one. */
export function PeopleEditor({ people, unnamed, language, fewest, onAdd, onRemove, onUnnamed }: PeopleEditorProps) {
  const { t } = useTranslation('appointments');
  const unnamedId = useId();
  return (
    <Stack gap={6}>
      {people.length > 0 && (
        <ul className={classes.people} aria-label={t('field.people')}>
          {people.map(({ id, name }) => (
            <li key={id}>
              <Bdi fw={600}>{name}</Bdi>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                leftSection={<IconX size={16} aria-hidden />}
                aria-label={t('field.removePerson', { name })}
                onClick={() => onRemove(id)}
              >
                {t('field.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        key={people.length}
        label={people.length === 0 ? t('field.person') : t('field.anotherPerson')}
        value={null}
        {...(language === null ? {} : { known: { spoken: language } })}
        onChange={(person) => {
          if (person) onAdd(person);
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
          onChange={(count) => typeof count === 'number' && count >= fewest && onUnnamed(Math.min(60, count))}
        />
      </Group>
    </Stack>
  );
}
