import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../rpc/client.ts';

const MOST_HOURS = 3;

/** What the past says about the quick lane: the share of short matters and the hours in which a desk for them is worth it. */
export function QuickLaneSize() {
  const { t } = useTranslation('queue');
  const { data } = useQuery(orpc.queue.quickLane.queryOptions({ input: {} }));
  if (!data) return null;
  const hours = data.worthIt.slice(0, MOST_HOURS).map(({ weekday, hour, minutesPerDay }) =>
    t('tally.hour', {
      weekday: t(`weekday.${weekdayKey(weekday)}`),
      hour,
      next: hour + 1,
      count: Math.round(minutesPerDay),
    }),
  );
  return (
    <Text size="sm" c="dimmed" component="div">
      <p style={{ margin: 0 }}>{t('tally.today', { count: data.today })}</p>
      {data.share !== null && (
        <p style={{ margin: 0 }}>
          {t('tally.share', { percent: Math.round(data.share * 100), count: data.contacts })}{' '}
          {hours.length > 0 ? t('tally.worthIt', { hours: hours.join('; ') }) : t('tally.notWorthIt')}
        </p>
      )}
    </Text>
  );
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

function weekdayKey(weekday: number): (typeof KEYS)[number] {
  return KEYS[weekday - 1] ?? '1';
}
