import { Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFields, PersonView } from '../../shared/people/people.contract.ts';
import { isOtherName } from '../../shared/people/person.rules.ts';
import { client, orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { type NameChange, NameChangeFields } from './name-change-fields.tsx';
import { PersonConflict } from './person-conflict.tsx';
import { PersonFieldsInputs } from './person-fields.tsx';
import { personOf } from './person-form-values.ts';
import { usePersonForm } from './use-person-form.ts';

function fieldsOf({ id: _id, revision: _revision, createdAt: _createdAt, ...fields }: PersonView): PersonFields {
  return fields;
}

/** Changes a person. If a colleague was quicker, both versions are shown and nothing that was typed is lost. */
export function EditPersonSheet({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const element = useRef<HTMLFormElement>(null);
  // The version that was opened: what the office shows meanwhile must not move it.
  const [base] = useState(person);
  const [theirs, setTheirs] = useState<PersonView | null>(null);
  const [nameChange, setNameChange] = useState<NameChange>({ reason: 'correction', untilOn: null });
  const { form, showFault } = usePersonForm(fieldsOf(person));
  const change = useCommand(orpc.people.change, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('edit.saved') });
      onClose();
    },
    onFault: (fault) => {
      if (fault.code === 'CONFLICT') {
        void client.people.get({ id: person.id }).then(setTheirs, () => undefined);
        return 'shown';
      }
      if (!showFault(fault)) return 'tell';
      focusFirstError(element.current);
      return 'shown';
    },
  });
  const typed = personOf(form.values);
  const asksWhy = base.level === 'named' && typed.level === 'named' && isOtherName(fieldsOf(base), typed);
  const save = (revision: number, fields: PersonFields) =>
    void change.run({ id: person.id, revision, person: fields, ...(asksWhy ? { nameChange } : {}) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.validate().hasErrors) return focusFirstError(element.current);
    save(base.revision, personOf(form.values));
  };

  return (
    <Sheet title={t('edit.title')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      {theirs ? (
        <PersonConflict
          // A second conflict starts its decisions anew.
          key={theirs.revision}
          base={fieldsOf(base)}
          mine={personOf(form.values)}
          theirs={fieldsOf(theirs)}
          pending={change.pending}
          onDecided={(merged) => save(theirs.revision, merged)}
          onBack={() => setTheirs(null)}
        />
      ) : (
        <form ref={element} onSubmit={submit} noValidate>
          <Stack gap="sm">
            <PersonFieldsInputs form={form} before={base.level} />
            {asksWhy && <NameChangeFields value={nameChange} onChange={setNameChange} />}
            <Text size="sm" c="dimmed">
              {t('help.notNeeded')}
            </Text>
            <FormButtons submitLabel={t('edit.save')} pending={change.pending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </Sheet>
  );
}
