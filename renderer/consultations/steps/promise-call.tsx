import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { REACHABLE_AT, type ReachableAt } from '../../../shared/phone/phone.rules.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';

interface PromiseCallProps {
  contact: ContactView;
  today: LocalDate;
}

/** Promises that we call: the list of calls then knows the number, the language and when somebody is reached. */
export function PromiseCall({ contact, today }: PromiseCallProps) {
  const { t } = useTranslation('follow');
  const [open, setOpen] = useState(false);
  return (
    <Group>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPhoneOutgoing size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('call.promise')}
      </Button>
      {open && <PromiseCallSheet contact={contact} today={today} onClose={() => setOpen(false)} />}
    </Group>
  );
}

function PromiseCallSheet({ contact, today, onClose }: PromiseCallProps & { onClose: () => void }) {
  const { t } = useTranslation('follow');
  const { language: languageName } = useCatalogue();
  const formats = useFormats();
  const [phone, setPhone] = useState('');
  const [language, setLanguage] = useState(contact.spoken);
  const [reachable, setReachable] = useState<readonly ReachableAt[]>([]);
  const [reason, setReason] = useState('');
  const [dueOn, setDueOn] = useState(addDays(today, 14));
  const undo = useCommand(orpc.phone.close);
  const add = useCommand(orpc.phone.add, {
    onDone: (added) => {
      onClose();
      showUndoable({
        text: t('call.didPromise', { day: formats.shortDate(dueOn) }),
        undo: async () => (await undo.run({ ...added, as: 'withdrawn' })) !== null,
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add.run({ contactId: contact.id, phone, language, reachable: [...reachable], reason, dueOn });
  };
  return (
    <Sheet title={t('call.promise')} closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('call.reason')}
            data-autofocus
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            label={t('call.phone')}
            description={contact.person ? t('call.phoneOfPerson') : t('call.phoneNeeded')}
            type="tel"
            autoComplete="off"
            required={contact.person === null}
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
          <Group grow align="flex-end">
            <Select
              label={t('call.language')}
              allowDeselect={false}
              searchable
              data={catalogue.languages.map(({ id }) => ({ value: id, label: languageName(id) }))}
              value={language}
              onChange={(value) => setLanguage(value ?? contact.spoken)}
            />
            <TextInput
              label={t('call.due')}
              type="date"
              min={today}
              required
              value={dueOn}
              onChange={(event) => setDueOn(event.currentTarget.value)}
            />
          </Group>
          <ChipGroup
            label={t('call.reachable')}
            options={REACHABLE_AT.map((id) => ({ id, label: t(`call.at.${id}`) }))}
            chosen={reachable}
            onToggle={(id) =>
              setReachable((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
            }
          />
          <Group justify="flex-end">
            <Button type="submit" loading={add.pending} disabled={reason.trim() === '' || dueOn === ''}>
              {t('call.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
