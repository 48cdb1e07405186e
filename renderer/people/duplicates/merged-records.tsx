import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MergedRecord } from '../../../shared/people/duplicates.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Message } from '../../ui/message.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';

/** On a person's page: which records came into this one, or where this one went, with the way back. */
export function MergedRecords({ personId }: { personId: string }) {
  const { t } = useTranslation('duplicates');
  const { date } = useFormats();
  const merges = useQuery(orpc.duplicates.mergesOf.queryOptions({ input: { id: personId } }));
  if (!merges.data) return null;
  const { into, from } = merges.data;
  const facts = (record: MergedRecord) => ({ day: date(record.mergedAt.slice(0, 10)), staff: record.staffName });
  return (
    <>
      {into && (
        <Message kind="info" action={<Separate mergedId={personId} name={into.name} />}>
          {t('page.into', facts(into))}{' '}
          <Anchor component={Link} href={`/people/${into.id}`}>
            <Bdi>{into.name}</Bdi>
          </Anchor>
        </Message>
      )}
      {from.map((record) => (
        <Group key={record.id} gap="sm">
          <Text size="sm" c="dimmed">
            {t('page.from', facts(record))}{' '}
            <Anchor component={Link} href={`/people/${record.id}`}>
              <Bdi>{record.name}</Bdi>
            </Anchor>
          </Text>
          <Separate mergedId={record.id} name={record.name} />
        </Group>
      ))}
    </>
  );
}

function Separate({ mergedId, name }: { mergedId: string; name: string }) {
  const { t } = useTranslation('duplicates');
  const mayWrite = useRight('people.write');
  const undo = useCommand(orpc.duplicates.undo, {
    onFault: (fault) => {
      if (fault.code !== 'RULE' || fault.reason !== 'merged-further') return 'tell';
      showNotice({ kind: 'error', text: t('page.further') });
      return 'shown';
    },
  });
  const separate = async () => {
    if (await undo.run({ mergedId })) showNotice({ kind: 'done', text: t('page.undone', { name }) });
  };
  if (!mayWrite) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={undo.pending}
      onClick={() => void separate()}
      aria-label={t('page.undoNamed', { name })}
    >
      {t('page.undo')}
    </Button>
  );
}
