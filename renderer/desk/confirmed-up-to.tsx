import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconExclamationCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import classes from './confirmed-up-to.module.css';
import { nightStanding } from './night-standing.ts';

const ICONS = {
  confirmed: IconCircleCheck,
  'none-yet': IconClockHour4,
  late: IconAlertTriangle,
  problem: IconAlertTriangle,
  fork: IconExclamationCircle,
} as const;

/** The header's line on what the city has confirmed; quiet while the nights go well, a warning after a missed one. */
export function ConfirmedUpTo() {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const mayRead = useRight('export.read');
  const status = useQuery({ ...orpc.export.status.queryOptions({ input: {} }), enabled: mayRead });
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  if (status.error) {
    return (
      <Text size="sm" c="dimmed">
        {t('night.unknown')}
      </Text>
    );
  }
  // Nobody at the city waits for a practice day: a warning would only teach to overlook warnings.
  if (!status.data || !settings.data || settings.data.training) return null;
  const standing = nightStanding(status.data);
  const Icon = ICONS[standing.kind];
  const day = status.data.confirmedUpTo ? formats.date(status.data.confirmedUpTo) : '';
  return (
    <Group gap={6} wrap="nowrap" className={classes.line} data-kind={standing.kind}>
      <Icon size={18} aria-hidden />
      <Text span size="sm">
        {standing.kind === 'problem'
          ? t(`night.problem.${standing.problem}`)
          : t(`night.${standing.kind}`, { day, count: status.data.unconfirmedNights })}
      </Text>
    </Group>
  );
}
