import { Stack, Text, UnstyledButton } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import type { PersonLevel } from '../../shared/people/person-level.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Message } from '../ui/message.tsx';
import classes from './people.module.css';
import { PersonFieldsInputs } from './person-fields.tsx';
import { personOf } from './person-form-values.ts';
import { PersonHitLine } from './person-hit-line.tsx';
import { usePeopleSearch } from './use-people-search.ts';
import { usePersonForm } from './use-person-form.ts';

/** A person as other screens hold them. */
export interface ChosenPerson {
  id: string;
  name: string;
}

/** A person that was just chosen, and how they are known. */
export interface PickedPerson extends ChosenPerson {
  level: PersonLevel;
}

interface CreatePersonFormProps {
  /** What is known already: the words of a search, the language of a ticket. */
  start?: Partial<PersonFields>;
  /** The person was created, or turned out to be there already. */
  onChosen: (person: PickedPerson) => void;
  onCancel: () => void;
}

/** Creates a person with only what is needed. Whoever seems to be there already is shown before anything is stored. */
export function CreatePersonForm({ start = {}, onChosen, onCancel }: CreatePersonFormProps) {
  const { t } = useTranslation('people');
  const element = useRef<HTMLFormElement>(null);
  const { form, showFault } = usePersonForm(start);
  const create = useCommand(orpc.people.create, {
    onFault: (fault) => {
      if (!showFault(fault)) return 'tell';
      focusFirstError(element.current);
      return 'shown';
    },
  });

  const submit = async (event: FormEvent) => {
    // The form may stand inside another one, which must not be sent with it.
    event.preventDefault();
    event.stopPropagation();
    if (form.validate().hasErrors) return focusFirstError(element.current);
    const person = personOf(form.values);
    const created = await create.run({ person });
    if (created) onChosen({ id: created.id, name: displayName(person), level: person.level });
  };

  return (
    <form ref={element} onSubmit={(event) => void submit(event)} noValidate aria-label={t('create.title')}>
      <Stack gap="sm">
        <PersonFieldsInputs form={form} before={null} />
        <Text size="sm" c="dimmed">
          {t('help.notNeeded')}
        </Text>
        {form.values.level === 'named' && (
          <SimilarPeople words={`${form.values.givenName} ${form.values.familyName}`} onChosen={onChosen} />
        )}
        <FormButtons submitLabel={t('create.submit')} pending={create.pending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

/** Who is there already under these names. Search before create holds inside the form too. */
function SimilarPeople({ words, onChosen }: { words: string; onChosen: (person: PickedPerson) => void }) {
  const { t } = useTranslation('people');
  const { hits, searching } = usePeopleSearch(words);
  if (!searching || hits.length === 0) return null;
  return (
    <Message kind="urgent" announce>
      <Text fw={600} size="sm">
        {t('similar.title', { count: hits.length })}
      </Text>
      <ul className={classes.similar}>
        {hits.slice(0, 3).map((hit) => (
          <li key={hit.id}>
            <UnstyledButton
              className={classes.similarPerson}
              onClick={() => onChosen({ id: hit.id, name: hit.name, level: hit.level })}
              aria-label={t('similar.take', { name: hit.name })}
            >
              <PersonHitLine hit={hit} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Message>
  );
}
