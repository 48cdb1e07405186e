import { Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../shared/access/access.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';

const sameName = (typed: string, name: string) =>
  typed.trim().replace(/\s+/g, ' ').toLowerCase() === name.trim().toLowerCase();

/** Shuts a colleague out for good. It can't be undone, so the name is typed. */
export function DeactivateStaffSheet({ person, onClose }: { person: StaffView; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const deactivate = useCommand(orpc.access.deactivateStaff, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('deactivated', { name: person.displayName }) });
      onClose();
    },
    onFault: (fault, text) => {
      if (fault.code !== 'RULE') return 'tell';
      setRefused(text);
      return 'shown';
    },
  });
  const right = sameName(typed, person.displayName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    if (right) void deactivate.run({ id: person.id, revision: person.revision });
  };
  return (
    <Sheet title={t('deactivateNamed', { name: person.displayName })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text>{t('deactivateWhat', { name: person.displayName })}</Text>
          <Text size="sm" c="dimmed">
            {t('deactivateKeys')}
          </Text>
          {refused && (
            <Message kind="error" announce>
              {refused}
            </Message>
          )}
          <TextInput
            label={t('typeName', { name: person.displayName })}
            autoComplete="off"
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <FormButtons
            submitLabel={t('deactivate')}
            pending={deactivate.pending}
            disabled={!right}
            isFinal
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Sheet>
  );
}
