import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../shared/statistics/statistics.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Section } from '../ui/section.tsx';
import { Bars } from './bars.tsx';
import { TableBelow } from './figure-table.tsx';
import classes from './statistics.module.css';

/** How long people waited, by when they came. */
export function WaitingFigures({ waiting }: { waiting: Statistics['waiting'] }) {
  const { t } = useTranslation('statistics');
  const { medianMinutes: median, ninthTenthMinutes: ninthTenth } = waiting;
  const shown = (minutes: number | null) => minutes ?? t('tooFew');
  return (
    <Section title={t('waiting.title')} className={classes.wide ?? ''}>
      <p className={classes.sentence}>
        {median === null || ninthTenth === null ? t('waiting.tooFew') : t('waiting.sentence', { median, ninthTenth })}
      </p>
      <Bars
        label={t('waiting.title')}
        rows={waiting.byTime
          .filter(({ medianMinutes }) => medianMinutes !== null)
          .map((time) => ({ name: time.from, median: time.medianMinutes, ninthTenth: time.ninthTenthMinutes }))}
        series={[
          { name: 'median', label: t('waiting.median'), color: 'petrol.6' },
          { name: 'ninthTenth', label: t('waiting.ninthTenth'), color: 'stone.4' },
        ]}
      />
      <TableBelow
        caption={t('waiting.title')}
        columns={[t('waiting.from'), t('waiting.tickets'), t('waiting.median'), t('waiting.ninthTenth')]}
        rows={waiting.byTime.map((time) => ({
          key: time.from,
          cells: [time.from, time.tickets, shown(time.medianMinutes), shown(time.ninthTenthMinutes)],
        }))}
      />
    </Section>
  );
}

/** Whether promised waits were kept, overall and in each language: a promise that holds for some only is none. */
export function PromiseFigures({ promises }: { promises: Statistics['promises'] }) {
  const { t } = useTranslation('statistics');
  const { language } = useCatalogue();
  const percent = (share: number) => Math.round(share * 100);
  const shown = promises.byLanguage.filter(({ heldShare }) => heldShare !== null);
  return (
    <Section title={t('promises.title')}>
      <p className={classes.sentence}>
        {promises.heldShare === null
          ? t('promises.tooFew')
          : t('promises.sentence', { share: percent(promises.heldShare) })}{' '}
        {promises.meanWidthMinutes !== null && t('promises.width', { minutes: Math.round(promises.meanWidthMinutes) })}
      </p>
      {shown.length > 0 && (
        <Bars
          label={t('promises.title')}
          rows={shown.map(({ id, heldShare }) => ({ name: language(id), held: percent(heldShare ?? 0) }))}
          series={[{ name: 'held', label: t('promises.held'), color: 'petrol.6' }]}
          lying
          most={100}
          line={{ at: 80, label: t('promises.aim') }}
        />
      )}
      {promises.byLanguage.length > 0 && (
        <TableBelow
          caption={t('promises.title')}
          columns={[t('promises.language'), t('promises.tickets'), t('promises.held')]}
          rows={promises.byLanguage.map(({ id, tickets, heldShare }) => ({
            key: id,
            cells: [language(id), tickets, heldShare === null ? t('tooFew') : percent(heldShare)],
          }))}
        />
      )}
    </Section>
  );
}
