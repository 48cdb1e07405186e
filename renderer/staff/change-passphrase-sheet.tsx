import { PasswordInput, Stack } from '@mantine/core';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { accessContract } from '../../shared/access/access.contract.ts';
import { useSession } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { useFormValues } from '../ui/form/use-form-values.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';

const Input = accessContract.changePassphrase['~orpc'].inputSchema;

/** One's own new passphrase. */
export function ChangePassphraseSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('staff');
  const session = useSession();
  const errorsOf = useFieldErrors();
  const { form, values, errors, change, mark } = useFormValues({ current: '', next: '', again: '' });
  const save = useCommand(orpc.access.changePassphrase, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('passphrase.changed') });
      onClose();
    },
    onFault: (fault, text) => {
      if (fault.code !== 'RULE') return 'tell';
      mark(
        fault.reason === 'passphrase-used-before'
          ? { next: text }
          : { current: fault.reason === 'sign-in-failed' ? t('passphrase.currentWrong') : text },
      );
      return 'shown';
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { again, ...input } = values;
    const found = errorsOf(Input, { ...input, requestId: crypto.randomUUID() });
    if (input.current === '') found.current = t('passphrase.currentMissing');
    if (again !== input.next) found.again = t('passphrase.differ');
    if (mark(found)) return;
    void save.run(input);
  };
  return (
    <Sheet title={t('passphrase.changeOwn')} closeOnClickOutside={false} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="sm">
          <PasswordInput
            label={t('passphrase.current')}
            autoComplete="off"
            data-autofocus
            value={values.current}
            error={errors.current}
            onChange={(event) => change({ current: event.currentTarget.value })}
            visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
          />
          <PassphraseFields
            passphrase={values.next}
            again={values.again}
            onPassphrase={(next) => change({ next })}
            onAgain={(again) => change({ again })}
            error={errors.next}
            againError={errors.again}
            known={[session.displayName, session.signInName]}
          />
          <FormButtons submitLabel={t('passphrase.save')} pending={save.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
