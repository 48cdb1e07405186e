import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonHitLine } from '../people/person-hit-line.tsx';
import { usePeopleSearch } from '../people/use-people-search.ts';

/** Stands for somebody who is not there yet. */
export const NOBODY_YET = 'new';
const MOST = 5;

interface ChooseWhoProps {
  /** As the card has it; empty where it has no name. */
  name: string;
  /** A person's id, or NOBODY_YET; null: not decided. */
  value: string | null;
  onChange: (who: string) => void;
}

/** Search before create: whoever may be this person, found by the name on the card, in any spelling. */
export function ChooseWho({ name, value, onChange }: ChooseWhoProps) {
  const { t } = useTranslation('profile-cards');
  const [words, setWords] = useState(name);
  const search = usePeopleSearch(words);
  return (
    <Stack gap="sm">
      <TextInput
        autoFocus
        label={t('who.search')}
        autoComplete="off"
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Radio.Group aria-label={t('who.title')} value={value} onChange={onChange}>
        <Stack gap="xs">
          {search.hits.slice(0, MOST).map((hit) => (
            <Radio key={hit.id} value={hit.id} label={<PersonHitLine hit={hit} />} />
          ))}
          <Radio value={NOBODY_YET} label={t('who.new')} />
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
