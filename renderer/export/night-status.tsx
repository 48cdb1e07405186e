import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMailOpened, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportStatus } from '../../shared/export/export.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import classes from './export.module.css';

/** How far the city has confirmed, when the next run is, and what is wrong with what to do about it. */
export function NightStatus({ status }: { status: ExportStatus }) {
  const { t } = useTranslation('export');
  const { date, longDate, instantDay, time } = useFormats();
  const mayRun = useRight('export.run');
  const run = useCommand(orpc.export.run, {
    onDone: ({ written }) =>
      showNotice({ kind: 'done', text: written.length === 0 ? t('ranNothing') : t('ran', { count: written.length }) }),
  });
  const readReceipts = useCommand(orpc.export.readReceipts, {
    onDone: ({ read }) => showNotice({ kind: 'done', text: t('receiptsRead', { count: read }) }),
  });
  const accepted = status.previewAcceptedBy.city && status.previewAcceptedBy.partner;
  const when = (instant: string) => `${instantDay(instant)}, ${time(instant)}`;
  return (
    <Section title={t('status.title')}>
      <Stack gap="sm">
        {status.forkAlarm && <Message kind="error">{t('fork')}</Message>}
        {status.problem && <Message kind="error">{t(`problem.${status.problem}`)}</Message>}
        {!accepted && status.problem !== 'preview-not-accepted' && <Message kind="urgent">{t('notAccepted')}</Message>}
        {accepted && status.unconfirmedNights > 1 && (
          <Message kind="urgent">{t('late', { count: status.unconfirmedNights })}</Message>
        )}
        <dl className={classes.facts}>
          <div>
            <dt>{t('status.confirmedUpTo')}</dt>
            <dd className={classes.confirmed}>
              {status.confirmedUpTo === null ? t('status.noneYet') : longDate(status.confirmedUpTo)}
            </dd>
            {status.confirmedUpTo !== null && <dd className={classes.quiet}>{date(status.confirmedUpTo)}</dd>}
          </div>
          <div>
            <dt>{t('status.unconfirmed')}</dt>
            <dd className={classes.confirmed}>{t('status.nights', { count: status.unconfirmedNights })}</dd>
          </div>
          <div>
            <dt>{t('status.nextRun')}</dt>
            <dd className={classes.confirmed}>{when(status.nextRunAt)}</dd>
            <dd className={classes.quiet}>
              {status.lastRunAt === null ? t('status.neverRan') : t('status.lastRun', { when: when(status.lastRunAt) })}
            </dd>
          </div>
        </dl>
        <Group gap="sm">
          {mayRun && (
            <Button
              leftSection={<IconPlayerPlay size={18} aria-hidden />}
              disabled={!accepted}
              loading={run.pending}
              onClick={() => void run.run({})}
            >
              {t('runNow')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconMailOpened size={18} aria-hidden />}
            loading={readReceipts.pending}
            onClick={() => void readReceipts.run({})}
          >
            {t('readReceipts')}
          </Button>
        </Group>
        {mayRun && (
          <Text size="sm" c="dimmed">
            {t('runHelp')}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
