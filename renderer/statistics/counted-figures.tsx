import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../shared/statistics/statistics.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Section } from '../ui/section.tsx';
import { Bars } from './bars.tsx';
import { FigureTable, TableBelow } from './figure-table.tsx';
import classes from './statistics.module.css';

/** More bars than that nobody reads; the table has them all. */
const MOST_BARS = 10;

interface CountedProps {
  title: string;
  columns: readonly [string, string];
  /** `within`: what is counted in it and told apart below it. */
  counted: readonly { id: string; count: number; within?: readonly { id: string; count: number }[] }[];
  nameOf: (id: string) => string;
}

function Counted({ title, columns, counted, nameOf }: CountedProps) {
  const { t } = useTranslation('statistics');
  return (
    <Section title={title}>
      <Bars
        label={title}
        rows={counted.slice(0, MOST_BARS).map(({ id, count }) => ({ name: nameOf(id), count }))}
        series={[{ name: 'count', label: columns[1], color: 'petrol.6' }]}
        lying
      />
      <TableBelow
        caption={title}
        columns={columns}
        rows={counted.flatMap(({ id, count, within = [] }) => [
          { key: id, cells: [nameOf(id), count] },
          ...within.map((part) => ({
            key: part.id,
            cells: [
              <span key="name" className={classes.within}>
                {t('topics.within', { topic: nameOf(part.id) })}
              </span>,
              part.count,
            ],
          })),
        ])}
      />
    </Section>
  );
}

/** What the talks were about. */
export function TopicFigures({ contacts }: { contacts: Statistics['contacts'] }) {
  const { t } = useTranslation('statistics');
  const { topic } = useCatalogue();
  return (
    <Counted
      title={t('topics.title')}
      columns={[t('topics.topic'), t('topics.count')]}
      counted={contacts.byTopic}
      nameOf={topic}
    />
  );
}

/** In which languages people talked. */
export function LanguageFigures({ contacts }: { contacts: Statistics['contacts'] }) {
  const { t } = useTranslation('statistics');
  const { language } = useCatalogue();
  return (
    <Counted
      title={t('languages.title')}
      columns={[t('languages.language'), t('languages.count')]}
      counted={contacts.byLanguage}
      nameOf={language}
    />
  );
}

/** How many calls went out of turn, and why. */
export function PriorityFigures({ priority }: { priority: Statistics['priority'] }) {
  const { t } = useTranslation('statistics');
  const { priorityReason } = useCatalogue();
  const count = priority.byReason.reduce((sum, one) => sum + one.count, 0);
  return (
    <Section title={t('priority.title')}>
      <p className={classes.sentence}>
        {count === 0
          ? t('priority.none')
          : t('priority.sentence', {
              count,
              calls: priority.calls,
              share: Math.round((100 * count) / Math.max(1, priority.calls)),
            })}
      </p>
      {count > 0 && (
        <FigureTable
          caption={t('priority.title')}
          columns={[t('priority.reason'), t('priority.count')]}
          rows={priority.byReason.map((one) => ({ key: one.id, cells: [priorityReason(one.id), one.count] }))}
        />
      )}
    </Section>
  );
}

/** What was filled in by itself and left as it was: how far the figures rest on what nobody has said. */
export function PrefilledFigures({ contacts }: { contacts: Statistics['contacts'] }) {
  const { t } = useTranslation('statistics');
  const shown = contacts.prefilled.filter(({ count }) => count > 0);
  return (
    <Section title={t('prefilled.title')}>
      <p className={classes.sentence}>{t(shown.length === 0 ? 'prefilled.none' : 'prefilled.sentence')}</p>
      {shown.length > 0 && (
        <FigureTable
          caption={t('prefilled.title')}
          columns={[t('prefilled.field'), t('prefilled.count'), t('prefilled.untouched'), t('prefilled.share')]}
          rows={shown.map(({ field, count, untouched }) => ({
            key: field,
            cells: [t(`prefilled.${field}`), count, untouched, `${Math.round((100 * untouched) / count)} %`],
          }))}
        />
      )}
    </Section>
  );
}
