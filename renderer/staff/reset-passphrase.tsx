import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { accessContract } from '../../shared/access/access.contract.ts';
import { useFaultText } from '../i18n/fault-text.ts';
import { client } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { useFormValues } from '../ui/form/use-form-values.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Message } from '../ui/message.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { identityFromSheet } from './identity-from-sheet.ts';
import { PassphraseFields } from './passphrase-fields.tsx';

const Input = accessContract.resetPassphrase['~orpc'].inputSchema;

interface ResetPassphraseSheetProps {
  /** Those who can sign in, as `office.status` tells them. */
  signInNames: readonly string[];
  onClose: () => void;
}

/**
 * A new passphrase for somebody who forgot theirs, with their employer's recovery sheet. A sheet over the sign-in
 * screen, since nobody is signed in then and the routes inside the frame can't be reached.
 */
export default function ResetPassphraseSheet({ signInNames, onClose }: ResetPassphraseSheetProps) {
  const { t } = useTranslation('staff');
  const faultText = useFaultText();
  const errorsOf = useFieldErrors();
  const { form, values, errors, change, mark } = useFormValues({
    recoverySheet: '',
    name: '',
    passphrase: '',
    again: '',
  });
  const reset = useMutation({
    mutationFn: () =>
      client.access.resetPassphrase({
        recoverySheet: identityFromSheet(values.recoverySheet),
        name: values.name,
        passphrase: values.passphrase,
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { again, ...input } = values;
    const found = errorsOf(Input, input);
    if (input.name === '') found.name = t('reset.nameMissing');
    if (input.recoverySheet.trim() === '') found.recoverySheet = t('reset.sheetMissing');
    if (again !== input.passphrase) found.again = t('passphrase.differ');
    if (mark(found)) return;
    reset.mutate();
  };
  return (
    <Sheet title={t('reset.title')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      {reset.isSuccess ? (
        <Stack gap="md">
          <Message kind="done" announce>
            {t('reset.done', { name: values.name })}
          </Message>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('reset.toSignIn')}</Button>
          </Group>
        </Stack>
      ) : (
        <form ref={form} onSubmit={submit} noValidate>
          <Stack gap="sm">
            <Text>{t('reset.intro')}</Text>
            {reset.error && (
              <Message kind="error" announce>
                {faultText(faultOf(reset.error))}
              </Message>
            )}
            <Select
              label={t('reset.name')}
              openOnFocus={false}
              searchable
              value={values.name === '' ? null : values.name}
              error={errors.name}
              onChange={(name) => change({ name: name ?? '' })}
              data={[...signInNames]}
            />
            <Textarea
              label={t('reset.sheet')}
              description={t('reset.sheetHelp')}
              rows={3}
              autoComplete="off"
              spellCheck={false}
              value={values.recoverySheet}
              error={errors.recoverySheet}
              onChange={(event) => change({ recoverySheet: event.currentTarget.value })}
            />
            <PassphraseFields
              passphrase={values.passphrase}
              again={values.again}
              onPassphrase={(passphrase) => change({ passphrase })}
              onAgain={(again) => change({ again })}
              error={errors.passphrase}
              againError={errors.again}
              known={[values.name]}
            />
            <Text size="sm" c="dimmed">
              {t('reset.v3')}
            </Text>
            <FormButtons submitLabel={t('reset.submit')} pending={reset.isPending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </Sheet>
  );
}
