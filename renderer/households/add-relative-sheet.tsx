import { Checkbox, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RELATION_KINDS, type RelationKind } from '../../shared/households/relation.rules.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { DateField } from '../letters/date-field.tsx';
import type { ChosenPerson } from '../people/create-person-form.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import type { OfPerson } from './household-actions.tsx';

/** Somebody who belongs to the person: who, what they are to them, and whether they live together. */
export function AddRelativeSheet({ person, onClose }: Pick<OfPerson, 'person'> & { onClose: () => void }) {
  const { t } = useTranslation('households');
  const [other, setOther] = useState<ChosenPerson | null>(null);
  const [kind, setKind] = useState<RelationKind>('partner');
  const [livesHere, setLivesHere] = useState(true);
  const [fromOn, setFromOn] = useState<LocalDate | null>(null);
  const [missing, setMissing] = useState(false);
  const add = useCommand(orpc.households.add, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('add.saved') });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!other);
    if (other) void add.run({ personId: person.id, otherId: other.id, kind, livesHere, fromOn });
  };
  return (
    <Sheet title={t('add.title')} size="md" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <PersonPicker label={t('add.person')} value={other} onChange={setOther} />
          <Select
            label={t('add.kind', { name: person.name })}
            allowDeselect={false}
            data={RELATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(chosen) => chosen && setKind(chosen)}
          />
          <Checkbox
            label={t('add.livesHere')}
            checked={livesHere}
            onChange={(event) => setLivesHere(event.currentTarget.checked)}
          />
          <DateField label={t('add.from')} value={fromOn} onChange={setFromOn} />
          {missing && (
            <Message kind="error" announce>
              {t('add.missing')}
            </Message>
          )}
          <FormButtons submitLabel={t('add.save')} pending={add.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
