import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterpreterFields, InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { addDays, type LocalDate, localDateOf } from '../../shared/kernel/instants.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { DaySheet } from './day-sheet.tsx';
import { InterpreterForm, NEW_INTERPRETER } from './interpreter-form.tsx';
import { fieldsOf, revisionToChange } from './own-change.ts';
import { useOwnChange } from './use-own-change.ts';

/** Puts somebody on the list. */
export function AddInterpreterSheet({ language, onClose }: { language: string | null; onClose: () => void }) {
  const { t } = useTranslation('interpreters');
  const [name, setName] = useState('');
  const add = useCommand(orpc.interpreters.add, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('added', { name }) });
      onClose();
    },
  });
  return (
    <Sheet title={t('add')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <InterpreterForm
        start={language === null ? NEW_INTERPRETER : { ...NEW_INTERPRETER, languages: [language] }}
        submitLabel={t('add')}
        pending={add.pending}
        onCancel={onClose}
        onSubmit={(fields) => {
          setName(fields.name);
          void add.run(fields);
        }}
      />
    </Sheet>
  );
}

/** Changes one, says on which days they are away, or deletes them. */
export function ChangeInterpreterSheet({
  interpreter,
  onClose,
}: {
  interpreter: InterpreterView;
  onClose: () => void;
}) {
  const { t } = useTranslation('interpreters');
  const [opened] = useState(interpreter);
  const [removing, setRemoving] = useState(false);
  const keepOwnChange = useOwnChange();
  const change = useCommand(orpc.interpreters.change);
  const save = async (fields: InterpreterFields) => {
    const revision = revisionToChange(opened, interpreter);
    const changed = await change.run({ id: opened.id, revision, ...fields });
    if (!changed) return;
    keepOwnChange({ ...changed, said: fields });
    showNotice({ kind: 'done', text: t('changed') });
    onClose();
  };
  if (removing) return <RemoveSheet interpreter={interpreter} onClose={onClose} />;
  return (
    <Sheet title={t('changeNamed', { name: opened.name })} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <InterpreterForm
        start={fieldsOf(opened)}
        submitLabel={t('changeShort')}
        pending={change.pending}
        onCancel={onClose}
        onSubmit={(fields) => void save(fields)}
        aside={
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {t('remove')}
          </Button>
        }
      />
    </Sheet>
  );
}

function RemoveSheet({ interpreter, onClose }: { interpreter: InterpreterView; onClose: () => void }) {
  const { t } = useTranslation('interpreters');
  const { t: common } = useTranslation();
  const remove = useCommand(orpc.interpreters.remove, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('removed', { name: interpreter.name }) });
      onClose();
    },
  });
  return (
    <Sheet title={t('removeTitle', { name: interpreter.name })} onClose={onClose}>
      <Stack gap="md">
        <Text>{t('removeHint')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.pending}
            onClick={() => void remove.run({ id: interpreter.id, revision: interpreter.revision })}
          >
            {t('remove')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}

/** Up to which day somebody is away. */
export function AwaySheet({
  interpreter: { id, revision, name, awayUntil },
  now,
  onClose,
}: {
  interpreter: InterpreterView;
  now: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('interpreters');
  const { t: common } = useTranslation();
  const today = localDateOf(now);
  const keepOwnChange = useOwnChange();
  const setAway = useCommand(orpc.interpreters.setAway);
  const save = async (day: LocalDate) => {
    const changed = await setAway.run({ id, revision, awayUntil: day });
    if (!changed) return;
    keepOwnChange({ ...changed, said: { awayUntil: day } });
    onClose();
  };
  return (
    <DaySheet
      title={name}
      label={t('set.away')}
      start={awayUntil ?? addDays(today, 7)}
      problemOf={(day) => (day === null || day < today ? t('set.noDay') : null)}
      submitLabel={common('save')}
      pending={setAway.pending}
      onSubmit={(day) => void save(day)}
      onClose={onClose}
    />
  );
}
