import { Group, Select, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBeyondPromise, PROMISE_DAYS } from '../../../shared/appointments/free-slots.rules.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';
import { LanguageSelect } from '../../people/language-select.tsx';
import { orpc } from '../../rpc/client.ts';
import { Bars } from '../../statistics/bars.tsx';
import { FigureTable } from '../../statistics/figure-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import classes from './availability.module.css';
import { daysText, drawnDays, longestFirst, MOST_DRAWN_DAYS } from './drawn-days.ts';
import { ReminderFigures } from './reminder-figures.tsx';
import { WeeksLine } from './weeks-line.tsx';

/** How long people wait for an appointment, in each language and for each topic, against the promise of three weeks. */
export function AvailabilityFigures() {
  const { t } = useTranslation('appointments');
  const { topic, topicOptions, language: languageWord } = useCatalogue();
  const { shortDate } = useFormats();
  const [language, setLanguage] = useState<string | null>(null);
  const [topicId, setTopicId] = useState<string | null>(null);
  const availability = useQuery(
    orpc.appointments.availability.queryOptions({
      input: { language, topic: topicId },
      placeholderData: keepPreviousData,
    }),
  );
  const figures = availability.data;
  if (availability.error) return <ErrorState error={availability.error} onRetry={() => void availability.refetch()} />;
  if (!figures) return <SkeletonLines lines={3} height={44} />;
  if (figures.languages.length === 0 && figures.history.length === 0)
    return (
      <Section title={t('availability.title')}>
        <EmptyState title={t('availability.none')} />
      </Section>
    );
  return (
    <>
      <Section title={t('availability.title')}>
        <p className={classes.explain}>{t('availability.explain')}</p>
        <div className={classes.columns}>
          <Waits
            title={t('availability.byLanguage')}
            what={t('availability.language')}
            waits={figures.languages.map((one) => ({
              id: one.language,
              name: languageWord(one.language),
              days: one.days,
            }))}
          />
          {figures.topics.length > 0 && (
            <Waits
              title={t('availability.byTopic')}
              what={t('availability.topic')}
              waits={figures.topics.map((one) => ({ id: one.topic, name: topic(one.topic), days: one.days }))}
            />
          )}
        </div>
      </Section>
      <Section title={t('availability.history')}>
        <Group gap="sm" align="flex-end">
          <LanguageSelect
            label={t('availability.language')}
            placeholder={t('availability.allLanguages')}
            value={language}
            onChange={setLanguage}
          />
          <Select
            label={t('availability.topic')}
            placeholder={t('availability.allTopics')}
            searchable
            clearable
            data={topicOptions(topicId === null ? [] : [topicId])}
            value={topicId}
            onChange={setTopicId}
          />
        </Group>
        <div className={classes.beside}>
          <WeeksLine
            label={t('availability.history')}
            points={figures.history.map(({ on, days }) => ({ week: shortDate(on), days: drawnDays(days) }))}
            promiseLabel={t('availability.promise')}
          />
          <FigureTable
            caption={t('availability.history')}
            columns={[t('availability.week'), t('availability.days')]}
            rows={figures.history.map(({ on, days }) => ({
              key: on,
              cells: [shortDate(on), <Days key={on} days={days} />],
            }))}
          />
        </div>
      </Section>
      <ReminderFigures reminders={figures.reminders} reasons={figures.reasons} />
    </>
  );
}

interface WaitsProps {
  title: string;
  what: string;
  waits: readonly { id: string; name: string; days: number | null }[];
}

function Waits({ title, what, waits }: WaitsProps) {
  const { t } = useTranslation('appointments');
  const rows = longestFirst(waits);
  return (
    <Section title={title} level={3} raised={false}>
      <Bars
        label={title}
        rows={rows.map(({ name, days }) => ({ name, days: drawnDays(days) }))}
        series={[{ name: 'days', label: t('availability.days'), color: 'petrol.6' }]}
        lying
        most={MOST_DRAWN_DAYS}
        line={{ at: PROMISE_DAYS, label: t('availability.promise') }}
      />
      <FigureTable
        caption={title}
        columns={[what, t('availability.days')]}
        rows={rows.map(({ id, name, days }) => ({ key: id, cells: [name, <Days key={id} days={days} />] }))}
      />
    </Section>
  );
}

/** Days, with a word where the promise is broken: colour alone says nothing. */
function Days({ days }: { days: number | null }) {
  const { t } = useTranslation('appointments');
  const text = daysText(days, t('availability.beyond'));
  if (!isBeyondPromise(days)) return text;
  return (
    <Text span inherit className={classes.late}>
      {days === null ? text : `${text} · ${t('availability.late')}`}
    </Text>
  );
}
