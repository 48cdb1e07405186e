import { Button, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../../i18n/fault-text.ts';
import { useFormats } from '../../i18n/formats.ts';
import { client } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';
import { Message } from '../../ui/message.tsx';
import { sizeWords } from './snapshot-size.ts';

interface RestoreFormProps {
  snapshots: readonly { name: string; takenAt: string; sizeBytes: number }[];
  /** Those who can prove who they are; without any the name is typed. */
  signInNames: readonly string[];
  /** A snapshot that is chosen already. */
  chosen?: string;
  ownName?: string;
  onRestored: (keptAs: string) => void;
  onCancel?: () => void;
}

/** Puts a snapshot in the database's place; the file that was there is kept under another name. */
export function RestoreForm({ snapshots, signInNames, chosen, ownName = '', onRestored, onCancel }: RestoreFormProps) {
  const { t, i18n } = useTranslation('office');
  const { t: common } = useTranslation();
  const { instantDay, time } = useFormats();
  const faultText = useFaultText();
  const [snapshot, setSnapshot] = useState<string | null>(chosen ?? snapshots[0]?.name ?? null);
  const [name, setName] = useState(ownName);
  const [passphrase, setPassphrase] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const restore = useMutation({
    mutationFn: (wanted: string) => client.office.restoreSnapshot({ snapshot: wanted, name, passphrase }),
    onSuccess: ({ keptAs }) => onRestored(keptAs),
    onSettled: () => setPassphrase(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = snapshot !== null && name.trim() !== '' && passphrase !== '';
    setIncomplete(!complete);
    if (complete) restore.mutate(snapshot);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {restore.error && !restore.isPending && (
          <Message kind="error" announce>
            {faultText(faultOf(restore.error))}
          </Message>
        )}
        <Select
          label={t('restore.snapshot')}
          allowDeselect={false}
          value={snapshot}
          onChange={setSnapshot}
          error={incomplete && snapshot === null ? t('form.required') : undefined}
          data={snapshots.map((entry) => ({
            value: entry.name,
            label: `${instantDay(entry.takenAt)}, ${time(entry.takenAt)} · ${sizeWords(i18n.language, entry.sizeBytes)}`,
          }))}
        />
        <Group grow align="flex-start" gap="sm">
          {signInNames.length > 0 ? (
            <Select
              label={t('restore.name')}
              searchable
              openOnFocus={false}
              value={name === '' ? null : name}
              onChange={(value) => setName(value ?? '')}
              error={incomplete && name === '' ? t('form.required') : undefined}
              data={[...signInNames]}
            />
          ) : (
            <TextInput
              label={t('restore.name')}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={incomplete && name === '' ? t('form.required') : undefined}
            />
          )}
          <PasswordInput
            label={t('restore.passphrase')}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            error={incomplete && passphrase === '' ? t('form.required') : undefined}
            visibilityToggleButtonProps={{ 'aria-label': t('restore.show'), tabIndex: 0 }}
          />
        </Group>
        <Group justify="flex-end" gap="sm">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {common('cancel')}
            </Button>
          )}
          <Button type="submit" loading={restore.isPending}>
            {t('restore.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
