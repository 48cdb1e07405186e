import { Button, Table } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ScreenView } from '../../shared/screens/screens.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';

/** Who is paired and when they were seen last; each can be put out at once. */
export function PairedScreens() {
  const { t } = useTranslation('screens');
  const { instantDay, time } = useFormats();
  const list = useQuery(orpc.screens.list.queryOptions({ input: {} }));
  const revoke = useCommand(orpc.screens.revoke);
  const nameOf = (screen: ScreenView) => screen.name || t('list.hereName');
  const putOut = async (screen: ScreenView): Promise<void> => {
    if (await revoke.run({ screenId: screen.id }))
      showNotice({ kind: 'done', text: t('list.revoked', { name: nameOf(screen) }) });
  };
  return (
    <Section title={t('list.title')}>
      {!list.data ? (
        <SkeletonLines lines={2} />
      ) : list.data.screens.length === 0 ? (
        <EmptyState title={t('list.empty')} hint="" />
      ) : (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('list.name')}</Table.Th>
              <Table.Th>{t('list.kind')}</Table.Th>
              <Table.Th>{t('list.lastSeen')}</Table.Th>
              <Table.Th>{t('list.revoke')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.data.screens.map((screen) => (
              <Table.Tr key={screen.id}>
                <Table.Td>{nameOf(screen)}</Table.Td>
                <Table.Td>{t(`kinds.${screen.kind}`)}</Table.Td>
                <Table.Td>
                  {screen.connected ? t('list.now') : `${instantDay(screen.lastSeenAt)}, ${time(screen.lastSeenAt)}`}
                </Table.Td>
                <Table.Td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    leftSection={<IconUnlink size={16} aria-hidden />}
                    aria-label={t('list.revokeNamed', { name: nameOf(screen) })}
                    onClick={() => void putOut(screen)}
                  >
                    {t('list.revoke')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
