import { Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import type { PersonLevel } from '../../shared/people/person-level.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { AlikePeople } from './duplicates/alike-people.tsx';
import { useAlikePeople } from './duplicates/use-alike-people.ts';
import { PersonFieldsInputs } from './person-fields.tsx';
import { personOf } from './person-form-values.ts';
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

/** Creates a person with only what is needed. Whoever seems to be there already is shown, and of a likely one somebody says that it is another person, before anything is stored. */
export function CreatePersonForm({ start = {}, onChosen, onCancel }: CreatePersonFormProps) {
  const { t } = useTranslation('people');
  const element = useRef<HTMLFormElement>(null);
  const { form, showFault } = usePersonForm(start);
  const alike = useAlikePeople(personOf(form.values));
  const [unanswered, setUnanswered] = useState(false);
  const askWhetherOther = () => {
    setUnanswered(true);
    focusFirstError(element.current);
  };
  const create = useCommand(orpc.people.create, {
    onFault: (fault) => {
      if (fault.code === 'RULE' && fault.reason === 'perhaps-known') {
        // A colleague was quicker, or Enter quicker than the search.
        void alike.refetch().then(askWhetherOther);
        return 'shown';
      }
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
    if (alike.likely.length > 0 && !alike.isOther) return askWhetherOther();
    const created = await create.run({ person, otherThan: [...alike.likely] });
    if (created) onChosen({ id: created.id, name: displayName(person), level: person.level });
  };

  return (
    <form ref={element} onSubmit={(event) => void submit(event)} noValidate aria-label={t('create.title')}>
      <Stack gap="sm">
        <PersonFieldsInputs form={form} before={null} />
        <Text size="sm" c="dimmed">
          {t('help.notNeeded')}
        </Text>
        <AlikePeople
          alike={alike}
          unanswered={unanswered}
          onChosen={({ id, name, level }) => onChosen({ id, name, level })}
        />
        <FormButtons submitLabel={t('create.submit')} pending={create.pending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
