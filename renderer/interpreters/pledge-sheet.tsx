import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { localDateOf } from '../../shared/kernel/instants.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { useOwnChange } from './use-own-change.ts';

/** On which day somebody who interprets has pledged secrecy. */
export function PledgeSheet({
  interpreter,
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
  const [opened] = useState(interpreter);
  const [day, setDay] = useState(today);
  const keepOwnChange = useOwnChange();
  const record = useCommand(orpc.interpreters.recordPledge, {
    onDone: (changed) => {
      keepOwnChange(changed);
      showNotice({ kind: 'done', text: t('pledge.didRecord') });
      onClose();
    },
  });
  return (
    <Sheet title={t('pledge.title', { name: opened.name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== '') void record.run({ id: opened.id, revision: opened.revision, pledgedOn: day });
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('pledge.hint')}</Text>
          <TextInput
            type="date"
            label={t('pledge.on')}
            data-autofocus
            max={today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={record.pending}>
              {t('pledge.record')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
