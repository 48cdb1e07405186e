import { Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { DateField } from '../letters/date-field.tsx';
import { useToday } from '../letters/use-today.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Message } from '../ui/message.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import type { OfPerson } from './household-actions.tsx';

/** Somebody leaves: says before it is done what nobody will see any more. It can be taken back today. */
export function SeparateSheet({ person, view: { members }, onClose }: OfPerson & { onClose: () => void }) {
  const { t } = useTranslation('households');
  const [leaverId, setLeaverId] = useState(person.id);
  const [on, setOn] = useState<LocalDate | null>(useToday());
  const [missing, setMissing] = useState(false);
  const takeBack = useCommand(orpc.households.takeBackSeparation);
  const separate = useCommand(orpc.households.separate, {
    onDone: ({ endedAt }) => {
      const undo = async () => (await takeBack.run({ leaverId, endedAt })) !== null;
      showUndoable({ text: t('separate.done'), undo });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(on === null);
    if (on !== null) void separate.run({ leaverId, on });
  };
  return (
    <Sheet title={t('separate.title')} size="md" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text>{t('separate.text')}</Text>
          <Radio.Group label={t('separate.who')} value={leaverId} onChange={setLeaverId}>
            <Stack gap={6} mt={6}>
              {[person, ...members].map(({ id, name }) => (
                <Radio key={id} value={id} label={<Bdi>{name}</Bdi>} />
              ))}
            </Stack>
          </Radio.Group>
          <DateField label={t('separate.on')} value={on} onChange={setOn} />
          {missing && (
            <Message kind="error" announce>
              {t('separate.noDay')}
            </Message>
          )}
          <FormButtons submitLabel={t('separate.save')} pending={separate.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
