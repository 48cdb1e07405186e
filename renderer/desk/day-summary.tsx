import { Button, Text } from '@mantine/core';
import { IconMoonStars } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueDay } from '../../shared/queue/queue.contract.ts';
import { AvailabilityAlarm } from '../appointments/availability/availability-alarm.tsx';
import { useFormats } from '../i18n/formats.ts';
import { streamAverages } from '../queue/stream-averages.ts';
import { Section } from '../ui/section.tsx';
import { dayFigures } from './day-figures.ts';
import classes from './day-summary.module.css';

/** The day in three figures, and its end. */
export function DaySummary({ day, nowMs, onClose }: { day: QueueDay; nowMs: number; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const { t: queue } = useTranslation('queue');
  const figures = dayFigures(day.tickets);
  const streams = streamAverages(day.tickets, nowMs);
  return (
    <Section title={formats.longDate(day.day)}>
      <dl className={classes.figures}>
        <Figure term={t('day.came')} value={String(figures.came)} />
        <Figure term={t('day.finished')} value={String(figures.finished)} />
        <Figure term={t('day.urgent')} value={String(figures.urgent)} />
        {streams.map(
          ({ kind, averageMinutes }) =>
            averageMinutes !== null && (
              <Figure
                key={kind}
                term={t('day.waitOf', { kind: queue(`kind.${kind}`) })}
                value={t('day.minutes', { count: averageMinutes })}
              />
            ),
        )}
      </dl>
      <AvailabilityAlarm />
      {day.closedAt === null && (
        <Button
          variant="default"
          fullWidth
          mt="sm"
          leftSection={<IconMoonStars size={18} aria-hidden />}
          onClick={onClose}
        >
          {t('day.close')}
        </Button>
      )}
    </Section>
  );
}

function Figure({ term, value }: { term: string; value: string }) {
  return (
    <div className={classes.figure}>
      <Text component="dt" size="sm" c="dimmed">
        {term}
      </Text>
      <Text component="dd" m={0} fw={650}>
        {value}
      </Text>
    </div>
  );
}
