import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLockExclamation, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockReason, OfficeStatus } from '../../shared/office/office.contract.ts';
import { orpc } from '../rpc/client.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Message } from '../ui/message.tsx';
import { SchemeSwitch } from '../ui/scheme-switch.tsx';
import { Section } from '../ui/section.tsx';
import classes from './set-up/set-up.module.css';
import { RestoreForm } from './snapshots/restore-form.tsx';

/** Where a snapshot can help: it needs the keyring, and a database that nobody else has open. */
const HELPED_BY_SNAPSHOT: ReadonlySet<BlockReason> = new Set([
  'newer',
  'damaged',
  'other-office',
  'empty-file',
  'link',
  'folder',
  'database-missing',
  'set-back',
]);

/** The database is not opened: what was found, that nothing was changed, what to do. Deletion is offered nowhere. */
export default function BlockedScreen({ status }: { status: OfficeStatus }) {
  const { t } = useTranslation('office');
  const queryClient = useQueryClient();
  const [keptAs, setKeptAs] = useState<string | null>(null);
  const lookAgain = () => void queryClient.invalidateQueries({ queryKey: orpc.office.status.key() });
  const reason = status.blockedBy ?? 'damaged';
  return (
    <main className={classes.alone}>
      <div className={classes.aloneInner}>
        <Group justify="space-between" align="flex-start" mb="md" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <IconLockExclamation size={32} aria-hidden />
            <div>
              <Title order={1}>{t(`blocked.${reason}.title`)}</Title>
              <Text c="dimmed">{status.officeName ?? t('blocked.noOffice')}</Text>
            </div>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        {keptAs === null ? (
          <Stack gap="md">
            <Section title={t('blocked.found')}>
              <Text>
                {t(`blocked.${reason}.found`)} <strong>{t('blocked.nothingChanged')}</strong>
              </Text>
            </Section>
            <Section title={t('blocked.toDo')}>
              <Group justify="space-between" wrap="nowrap" gap="lg" align="flex-end">
                <Text>{t(`blocked.${reason}.toDo`)}</Text>
                <Button
                  variant="default"
                  flex="none"
                  leftSection={<IconRefresh size={18} aria-hidden />}
                  onClick={lookAgain}
                >
                  {t('blocked.lookAgain')}
                </Button>
              </Group>
            </Section>
            {HELPED_BY_SNAPSHOT.has(reason) && <Snapshots signInNames={status.signInNames} onRestored={setKeptAs} />}
          </Stack>
        ) : (
          <Stack gap="md">
            <Message kind="done" announce>
              {t('restore.done', { keptAs })}
            </Message>
            <Group>
              <Button onClick={lookAgain}>{t('restore.toSignIn')}</Button>
            </Group>
          </Stack>
        )}
        <Text size="sm" c="dimmed" mt="md">
          {t('blocked.version', { version: status.programVersion, reason })}
        </Text>
      </div>
    </main>
  );
}

function Snapshots({
  signInNames,
  onRestored,
}: {
  signInNames: readonly string[];
  onRestored: (keptAs: string) => void;
}) {
  const { t } = useTranslation('office');
  const snapshots = useQuery(orpc.office.listSnapshots.queryOptions({ input: {} }));
  if (!snapshots.data) return null;
  return (
    <Section title={t('blocked.restore')}>
      <Text mb="sm">{snapshots.data.snapshots.length === 0 ? t('blocked.noSnapshots') : t('blocked.restoreText')}</Text>
      {snapshots.data.snapshots.length > 0 && (
        <RestoreForm snapshots={snapshots.data.snapshots} signInNames={signInNames} onRestored={onRestored} />
      )}
    </Section>
  );
}
