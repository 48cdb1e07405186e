import { Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OfficeSettings, officeContract } from '../../../shared/office/office.contract.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import type { FieldErrors } from '../../ui/form/field-errors.ts';
import { focusFirstError } from '../../ui/form/focus-first-error.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { pemOf, recipientsOf } from '../keys/city-keys.ts';
import { CityKeysFields } from '../keys/city-keys-fields.tsx';

const Input = officeContract.changeCityKeys['~orpc'].inputSchema;

/** New keys of the city, compared by two people before they hold. */
export function ChangeCityKeysSheet({ settings, onClose }: { settings: OfficeSettings; onClose: () => void }) {
  const { t } = useTranslation('office');
  const { t: common } = useTranslation();
  const errorsOf = useFieldErrors();
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState({
    recipients: settings.cityRecipients.map(({ recipient }) => recipient).join('\n'),
    receiptKey: settings.receiptKeyPem.trim(),
    comparedByFirst: false,
    comparedBySecond: false,
  });
  const [errors, setErrors] = useState<FieldErrors>({});
  const save = useCommand(orpc.office.changeCityKeys, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('settings.cityKeysSaved') });
      onClose();
    },
    onFault: (fault, text) => {
      if (fault.code !== 'RULE') return 'tell';
      setErrors(fault.reason === 'bad-receipt-key' ? { receiptKey: text } : { recipients: text });
      focusFirstError(element.current);
      return 'shown';
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      revision: settings.revision,
      recipients: recipientsOf(values.recipients),
      receiptKeyPem: pemOf(values.receiptKey),
    };
    const found: FieldErrors = {};
    for (const [path, text] of Object.entries(
      errorsOf(
        Input,
        { ...input, requestId: crypto.randomUUID() },
        { 'recipients.*': t('setUp.error.recipient'), receiptKeyPem: t('setUp.error.receiptKey') },
      ),
    )) {
      found[path === 'receiptKeyPem' ? 'receiptKey' : 'recipients'] ??= text;
    }
    if (Object.keys(found).length === 0 && !(values.comparedByFirst && values.comparedBySecond))
      found.compared = t('setUp.error.compare');
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstError(element.current);
    void save.run(input);
  };
  return (
    <Sheet title={t('settings.changeCityKeys')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <form ref={element} onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t('settings.changeCityKeysText')}</Text>
          <CityKeysFields
            values={values}
            onChange={(next) => {
              setErrors({});
              setValues(next);
            }}
            errors={errors}
          />
          <FormButtons submitLabel={common('save')} pending={save.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
