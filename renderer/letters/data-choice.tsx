import { Checkbox, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { birthText } from '../people/birth-text.ts';
import { Bdi } from '../ui/bdi.tsx';
import { DATA_CHOICES, type DataChoice, type LetterDraft } from './letter-draft.ts';

interface DataChoiceProps {
  /** Null: the letter names nobody. */
  person: PersonView | null;
  include: LetterDraft['include'];
  onChange: (include: LetterDraft['include']) => void;
}

function valueOf(person: PersonView, choice: DataChoice): string {
  if (choice === 'birth') return birthText(person.bornOn, person.birthPrecision);
  return person[choice] ?? '';
}

/** Which of the person's data this letter needs, each with the very value that would leave the house. */
export function DataChoices({ person, include, onChange }: DataChoiceProps) {
  const { t } = useTranslation('letters');
  const titleId = useId();
  if (!person) {
    return (
      <Text size="sm" c="dimmed">
        {t('data.anonymous')}
      </Text>
    );
  }
  return (
    <div role="group" aria-labelledby={titleId}>
      <Text id={titleId} size="sm" fw={500} mb={4}>
        {t('data.title')}
      </Text>
      <Stack gap={4}>
        <Checkbox
          size="sm"
          checked
          disabled
          label={
            <>
              {t('data.name')}: <Bdi>{displayName(person)}</Bdi> {t('data.always')}
            </>
          }
        />
        {DATA_CHOICES.map((choice) => {
          const value = valueOf(person, choice);
          return (
            <Checkbox
              key={choice}
              size="sm"
              disabled={value === ''}
              checked={include[choice] && value !== ''}
              onChange={(event) => onChange({ ...include, [choice]: event.currentTarget.checked })}
              label={
                <>
                  {t(`data.${choice}`)}: {value === '' ? t('data.unknown') : <Bdi>{value}</Bdi>}
                </>
              }
            />
          );
        })}
      </Stack>
    </div>
  );
}
