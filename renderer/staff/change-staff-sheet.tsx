import { Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessContract, type StaffView } from '../../shared/access/access.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ConflictChoice } from '../ui/form/conflict-choice.tsx';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { useFormValues } from '../ui/form/use-form-values.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { LanguagesField, RolesField } from './staff-person-fields.tsx';

const Input = accessContract.changeStaff['~orpc'].inputSchema;

/** Name, roles and languages of a colleague. */
export function ChangeStaffSheet({ person, onClose }: { person: StaffView; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation();
  const errorsOf = useFieldErrors();
  const [revision, setRevision] = useState(person.revision);
  const [conflict, setConflict] = useState(false);
  const { form, values, setValues, errors, change, mark } = useFormValues({
    displayName: person.displayName,
    roles: [...person.roles],
    languages: [...person.languages],
    basicLanguages: [...person.basicLanguages],
    readsLanguages: [...person.readsLanguages],
  });
  const save = useCommand(orpc.access.changeStaff, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('changed', { name: values.displayName }) });
      onClose();
    },
    onFault: (fault, text) => {
      if (fault.code === 'CONFLICT') {
        setConflict(true);
        return 'shown';
      }
      if (fault.reason !== 'last-administrator') return 'tell';
      mark({ roles: text });
      return 'shown';
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { id: person.id, revision, ...values };
    const found = errorsOf(Input, { ...input, requestId: crypto.randomUUID() });
    if (mark(found)) return;
    void save.run(input);
  };
  const takeTheirs = () => {
    setValues({
      displayName: person.displayName,
      roles: [...person.roles],
      languages: [...person.languages],
      basicLanguages: [...person.basicLanguages],
      readsLanguages: [...person.readsLanguages],
    });
    setRevision(person.revision);
    setConflict(false);
  };
  const keepMine = () => {
    setRevision(person.revision);
    setConflict(false);
  };
  return (
    <Sheet
      title={t('changeNamed', { name: person.displayName })}
      size="lg"
      closeOnClickOutside={false}
      onClose={onClose}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="sm">
          {conflict && (
            <ConflictChoice
              stored={t('stored', {
                name: person.displayName,
                roles: person.roles.map((role) => t(`role.${role}`)).join(', '),
              })}
              onKeepMine={keepMine}
              onTakeTheirs={takeTheirs}
            />
          )}
          <TextInput
            label={t('field.displayName')}
            autoComplete="off"
            data-autofocus
            value={values.displayName}
            error={errors.displayName}
            onChange={(event) => change({ displayName: event.currentTarget.value })}
          />
          <RolesField roles={values.roles} onChange={(roles) => change({ roles })} error={errors.roles} />
          <LanguagesField
            label={t('field.languages')}
            languages={values.languages}
            onChange={(languages) => change({ languages })}
            error={errors.languages}
          />
          <LanguagesField
            label={t('field.basicLanguages')}
            description={t('languagesHelp.basic')}
            languages={values.basicLanguages}
            onChange={(basicLanguages) => change({ basicLanguages })}
            error={errors.basicLanguages}
          />
          <LanguagesField
            label={t('field.readsLanguages')}
            description={t('languagesHelp.reads')}
            languages={values.readsLanguages}
            onChange={(readsLanguages) => change({ readsLanguages })}
            error={errors.readsLanguages}
          />
          <FormButtons submitLabel={common('save')} pending={save.pending} disabled={conflict} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
