import { Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { accessContract } from '../../shared/access/access.contract.ts';
import type { Role } from '../../shared/access/rights.ts';
import type { EmployerView } from '../../shared/office/office.contract.ts';
import { useSession } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { useFormValues } from '../ui/form/use-form-values.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';
import { suggestedSignInName } from './sign-in-name.ts';
import { LanguagesField, RolesField } from './staff-person-fields.tsx';

const Input = accessContract.addStaff['~orpc'].inputSchema;

interface NewStaff {
  displayName: string;
  signInName: string;
  employerId: string;
  roles: Role[];
  languages: string[];
  passphrase: string;
  again: string;
}

/** A new colleague, who types their own passphrase. */
export function AddStaffSheet({ employers, onClose }: { employers: readonly EmployerView[]; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const session = useSession();
  const errorsOf = useFieldErrors();
  const { form, values, errors, change, mark } = useFormValues<NewStaff>({
    displayName: '',
    signInName: '',
    employerId: session.employerId,
    roles: ['counsellor'],
    languages: ['de'],
    passphrase: '',
    again: '',
  });
  const add = useCommand(orpc.access.addStaff, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('added', { name: values.displayName }) });
      onClose();
    },
    onFault: (fault, text) => {
      if (fault.reason !== 'sign-in-name-taken') return 'tell';
      mark({ signInName: text });
      return 'shown';
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { again, ...person } = values;
    const found = errorsOf(Input, { ...person, requestId: crypto.randomUUID() });
    if (again !== person.passphrase) found.again = t('passphrase.differ');
    if (mark(found)) return;
    void add.run(person);
  };

  return (
    <Sheet title={t('add')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <TextInput
              label={t('field.displayName')}
              autoComplete="off"
              data-autofocus
              value={values.displayName}
              error={errors.displayName}
              onChange={(event) => {
                const displayName = event.currentTarget.value;
                const follows = values.signInName === suggestedSignInName(values.displayName);
                change({ displayName, ...(follows ? { signInName: suggestedSignInName(displayName) } : {}) });
              }}
            />
            <TextInput
              label={t('field.signInName')}
              autoComplete="off"
              value={values.signInName}
              error={errors.signInName}
              onChange={(event) => change({ signInName: event.currentTarget.value })}
            />
            <Select
              label={t('field.employer')}
              allowDeselect={false}
              value={values.employerId}
              onChange={(employerId) => change({ employerId: employerId ?? values.employerId })}
              data={employers.map((employer) => ({ value: employer.id, label: employer.letterhead.name }))}
            />
            <LanguagesField
              label={t('field.languages')}
              languages={values.languages}
              onChange={(languages) => change({ languages })}
              error={errors.languages}
            />
          </SimpleGrid>
          <RolesField roles={values.roles} onChange={(roles) => change({ roles })} error={errors.roles} />
          <Text size="sm" c="dimmed">
            {t('passphrase.typedByThem')}
          </Text>
          <PassphraseFields
            passphrase={values.passphrase}
            again={values.again}
            onPassphrase={(passphrase) => change({ passphrase })}
            onAgain={(again) => change({ again })}
            error={errors.passphrase}
            againError={errors.again}
            known={[values.displayName, values.signInName]}
          />
          {values.employerId !== session.employerId && (
            <Text size="sm" c="dimmed">
              {t('otherEmployerVault')}
            </Text>
          )}
          <FormButtons submitLabel={t('add')} pending={add.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
