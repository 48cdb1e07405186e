import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../shared/statistics/statistics.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Section } from '../ui/section.tsx';
import { Bars } from './bars.tsx';
import { FigureTable, TableBelow } from './figure-table.tsx';
import classes from './statistics.module.css';

/** Who came and was not served: when, what for, in which language. It shows where an offer is missing. */
export function UnmetFigures({ unmet }: { unmet: Statistics['unmet'] }) {
  const { t } = useTranslation('statistics');
  const { topic, language } = useCatalogue();
  const { turnedAway, gaveUp } = unmet;
  const hourName = (hour: number) => t('unmet.hourFrom', { hour });
  return (
    <Section title={t('unmet.title')} className={classes.wide ?? ''}>
      <p className={classes.sentence}>
        {turnedAway + gaveUp === 0 ? t('unmet.none') : t('unmet.sentence', { turnedAway, gaveUp })}
      </p>
      {turnedAway + gaveUp > 0 && (
        <div className={classes.grid}>
          <div>
            <Bars
              label={t('unmet.title')}
              rows={unmet.byHour.map((one) => ({
                name: hourName(one.hour),
                turnedAway: one.turnedAway,
                gaveUp: one.gaveUp,
              }))}
              series={[
                { name: 'turnedAway', label: t('unmet.turnedAway'), color: 'petrol.6' },
                { name: 'gaveUp', label: t('unmet.gaveUp'), color: 'amber.5' },
              ]}
              stacked
            />
            <TableBelow
              caption={t('unmet.title')}
              columns={[t('unmet.hour'), t('unmet.turnedAway'), t('unmet.gaveUp')]}
              rows={unmet.byHour.map((one) => ({
                key: String(one.hour),
                cells: [hourName(one.hour), one.turnedAway, one.gaveUp],
              }))}
            />
          </div>
          <FigureTable
            caption={t('unmet.gaps')}
            columns={[t('unmet.topic'), t('unmet.language'), t('unmet.part'), t('unmet.count')]}
            rows={unmet.gaps.slice(0, 12).map((gap) => ({
              key: `${gap.topic}|${gap.language}|${gap.part}`,
              cells: [
                gap.topic === null ? t('unmet.noTopic') : topic(gap.topic),
                language(gap.language),
                t(`unmet.${gap.part}`),
                gap.count ?? t('tooFew'),
              ],
            }))}
          />
        </div>
      )}
    </Section>
  );
}
