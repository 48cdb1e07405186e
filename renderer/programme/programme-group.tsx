import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { type GroupEntry, PROGRAMME_GROUPS } from '../../shared/programme/programme.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { DateField } from '../letters/date-field.tsx';
import { useToday } from '../letters/use-today.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';

/** The programme's group with its history; nothing at all while the programme is not counted. */
export function ProgrammeGroup({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const { date } = useFormats();
  const mayWrite = useRight('people.write');
  const [editing, setEditing] = useState(false);
  const found = useQuery(orpc.programme.of.queryOptions({ input: { personId } }));
  const groups = found.data?.groups;
  if (!groups) return null;
  const words = ({ group, sinceOn }: GroupEntry) =>
    `${t(`programme.id.${group}`)}, ${t('programme.since', { day: date(sinceOn) })}`;
  const [now, ...before] = groups;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('programme.title')}
      </Text>
      <Group gap="sm">
        <Text>{now ? words(now) : t('programme.none')}</Text>
        {mayWrite && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {t('programme.change')}
          </Button>
        )}
      </Group>
      {before.length > 0 && (
        <Text size="sm" c="dimmed">
          {`${t('programme.before')}: ${before.map(words).join('; ')}`}
        </Text>
      )}
      {editing && <GroupSheet personId={personId} onClose={() => setEditing(false)} />}
    </div>
  );
}

function GroupSheet({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation('people');
  const [group, setGroup] = useState<(typeof PROGRAMME_GROUPS)[number]>('none-of-these');
  const [sinceOn, setSinceOn] = useState<LocalDate | null>(useToday());
  const [missing, setMissing] = useState(false);
  const save = useCommand(orpc.programme.set, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('programme.saved') });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(sinceOn === null);
    if (sinceOn !== null) void save.run({ personId, group, sinceOn });
  };
  return (
    <Sheet title={t('programme.title')} size="md" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Message kind="info">{t('programme.help')}</Message>
          <Select
            label={t('programme.group')}
            allowDeselect={false}
            data={PROGRAMME_GROUPS.map((value) => ({ value, label: t(`programme.id.${value}`) }))}
            value={group}
            onChange={(chosen) => chosen && setGroup(chosen)}
          />
          <DateField label={t('programme.sinceOn')} value={sinceOn} onChange={setSinceOn} />
          {missing && (
            <Message kind="error" announce>
              {t('programme.noDay')}
            </Message>
          )}
          <FormButtons submitLabel={t('programme.save')} pending={save.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
