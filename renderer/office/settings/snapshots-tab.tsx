import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lockDesk } from '../../access/lock.ts';
import { useRight, useSession } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Message } from '../../ui/message.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { RestoreForm } from '../snapshots/restore-form.tsx';
import { sizeWords } from '../snapshots/snapshot-size.ts';

/** The encrypted copies on this PC: take one, go back to one. */
export function SnapshotsTab() {
  const { t, i18n } = useTranslation('office');
  const { instantDay, time } = useFormats();
  const mayTake = useRight('export.run');
  const snapshots = useQuery(orpc.office.listSnapshots.queryOptions({ input: {} }));
  const [restoring, setRestoring] = useState<string | null>(null);
  const take = useCommand(orpc.office.takeSnapshot, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('snapshots.taken') });
      void snapshots.refetch();
    },
  });
  const all = snapshots.data?.snapshots ?? [];
  return (
    <Section
      title={t('snapshots.title')}
      aside={
        mayTake && (
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            loading={take.pending}
            onClick={() => void take.run({})}
          >
            {t('snapshots.take')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Text>{t('snapshots.text')}</Text>
        {snapshots.error ? (
          <ErrorState error={snapshots.error} onRetry={() => void snapshots.refetch()} />
        ) : !snapshots.data ? (
          <SkeletonLines lines={4} />
        ) : all.length === 0 ? (
          <EmptyState title={t('snapshots.empty')} hint={t('snapshots.emptyHint')} />
        ) : (
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('snapshots.takenAt')}</Table.Th>
                <Table.Th>{t('snapshots.size')}</Table.Th>
                <Table.Th>{t('snapshots.goBack')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {all.map((snapshot) => {
                const when = `${instantDay(snapshot.takenAt)}, ${time(snapshot.takenAt)}`;
                return (
                  <Table.Tr key={snapshot.name}>
                    <Table.Td>{when}</Table.Td>
                    <Table.Td>{sizeWords(i18n.language, snapshot.sizeBytes)}</Table.Td>
                    <Table.Td>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => setRestoring(snapshot.name)}
                        aria-label={t('snapshots.restoreNamed', { when })}
                      >
                        {t('snapshots.restore')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
      {restoring !== null && <RestoreSheet snapshots={all} chosen={restoring} onClose={() => setRestoring(null)} />}
    </Section>
  );
}

interface RestoreSheetProps {
  snapshots: readonly { name: string; takenAt: string; sizeBytes: number }[];
  chosen: string;
  onClose: () => void;
}

function RestoreSheet({ snapshots, chosen, onClose }: RestoreSheetProps) {
  const { t } = useTranslation('office');
  const session = useSession();
  const queryClient = useQueryClient();
  const [keptAs, setKeptAs] = useState<string | null>(null);
  return (
    <Sheet
      title={t('restore.submit')}
      closeOnClickOutside={false}
      size="lg"
      onClose={keptAs === null ? onClose : () => void lockDesk(queryClient)}
    >
      {keptAs === null ? (
        <Stack gap="sm">
          <Message kind="urgent">{`${t('snapshots.warning')} ${t('restore.what')}`}</Message>
          <RestoreForm
            snapshots={snapshots}
            chosen={chosen}
            signInNames={[session.signInName]}
            ownName={session.signInName}
            onCancel={onClose}
            onRestored={setKeptAs}
          />
        </Stack>
      ) : (
        <Stack gap="md">
          <Message kind="done" announce>
            {t('restore.done', { keptAs })}
          </Message>
          <Group justify="flex-end">
            <Button onClick={() => void lockDesk(queryClient)}>{t('restore.toSignIn')}</Button>
          </Group>
        </Stack>
      )}
    </Sheet>
  );
}
