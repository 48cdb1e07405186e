import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExportPreview, ExportStatus } from '../../shared/export/export.contract.ts';
import { useSession } from '../access/session-store.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './export.module.css';
import { fieldWord, recordWord } from './field-words.ts';

/** Field by field what leaves tonight, with real lines, and who of the two employers has agreed. */
export function WhatLeaves({ accepted }: { accepted: ExportStatus['previewAcceptedBy'] }) {
  const { t } = useTranslation('export');
  const preview = useQuery(orpc.export.preview.queryOptions({ input: {} }));
  return (
    <Section title={t('preview.title')}>
      <Stack gap="sm">
        <Text>{t('preview.intro')}</Text>
        <Text size="sm" c="dimmed">
          {t('preview.never')}
        </Text>
        {preview.error ? (
          <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
        ) : !preview.data ? (
          <SkeletonLines lines={7} height={36} />
        ) : (
          <>
            <Records records={preview.data.records} />
            <Acceptance accepted={accepted} schemaVersion={preview.data.schemaVersion} />
          </>
        )}
      </Stack>
    </Section>
  );
}

function Records({ records }: { records: ExportPreview['records'] }) {
  const { t } = useTranslation('export');
  return (
    <Accordion multiple variant="contained" order={3}>
      {records.map((record) => (
        <Accordion.Item key={record.record} value={record.record}>
          <Accordion.Control>
            <Group justify="space-between" wrap="nowrap" gap="md" pr="sm">
              <Text fw={600}>{recordWord(t, record.record)}</Text>
              <Text size="sm" c="dimmed">
                {t('preview.counts', { upserts: record.upserts, deletes: record.deletes })}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <dl className={classes.fields}>
              {record.fields.map((field) => (
                <div key={field}>
                  <dt>{fieldWord(t, field)}</dt>
                  <dd>
                    <code>{field}</code>
                  </dd>
                </div>
              ))}
            </dl>
            <Text size="sm" fw={500} mt="sm" mb={4}>
              {record.samples.length === 0
                ? t('preview.noSamples')
                : t('preview.samples', { count: record.samples.length })}
            </Text>
            {record.samples.length > 0 && (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
              <pre
                className={classes.samples}
                tabIndex={0}
                aria-label={t('preview.samplesOf', { record: recordWord(t, record.record) })}
              >
                {record.samples.join('\n')}
              </pre>
            )}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Acceptance({
  accepted,
  schemaVersion,
}: {
  accepted: ExportStatus['previewAcceptedBy'];
  schemaVersion: number;
}) {
  const { t } = useTranslation('export');
  const session = useSession();
  const names = useEmployerNames();
  const accept = useCommand(orpc.export.acceptPreview, {
    onDone: () => showNotice({ kind: 'done', text: t('accept.done') }),
  });
  return (
    <Stack gap="xs" role="group" aria-label={t('accept.title')}>
      {(['city', 'partner'] as const).map((kind) => (
        <Group key={kind} gap="xs" wrap="nowrap" className={accepted[kind] ? (classes.accepted ?? '') : ''}>
          {accepted[kind] ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleDashed size={20} aria-hidden />}
          <Text>
            {t(accepted[kind] ? 'accept.has' : 'accept.hasNot', {
              employer: names[kind] ?? t(`employer.${kind}`),
              version: schemaVersion,
            })}
          </Text>
        </Group>
      ))}
      {!accepted[session.employerKind] && (
        <Group>
          <Button loading={accept.pending} onClick={() => void accept.run({ schemaVersion })}>
            {t('accept.button', { employer: session.employerName })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
