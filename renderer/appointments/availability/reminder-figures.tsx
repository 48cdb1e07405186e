import { useTranslation } from 'react-i18next';
import type { OfficeClient } from '../../rpc/client.ts';
import { FigureTable } from '../../statistics/figure-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './availability.module.css';
import { missedShare } from './drawn-days.ts';

type Availability = Awaited<ReturnType<OfficeClient['appointments']['availability']>>;

/** Which form of reminder works: how many of those who were reminded so came, and why the others did not. */
export function ReminderFigures({ reminders, reasons }: Pick<Availability, 'reminders' | 'reasons'>) {
  const { t } = useTranslation('appointments');
  return (
    <div className={classes.columns}>
      <Section title={t('availability.reminders.title')}>
        <p className={classes.explain}>{t('availability.reminders.explain')}</p>
        {reminders.length === 0 ? (
          <EmptyState title={t('availability.reminders.empty')} />
        ) : (
          <FigureTable
            caption={t('availability.reminders.title')}
            columns={[
              t('availability.reminders.how'),
              t('availability.reminders.seen'),
              t('availability.reminders.excused'),
              t('availability.reminders.missed'),
              t('availability.reminders.share'),
            ]}
            rows={reminders.map(({ reminder, seen, excused, missed }) => ({
              key: reminder,
              cells: [
                t(`availability.reminders.${reminder}`),
                seen,
                excused,
                missed,
                missedShare({ seen, missed }) ?? '–',
              ],
            }))}
          />
        )}
      </Section>
      <Section title={t('availability.reasons.title')}>
        {reasons.length === 0 ? (
          <EmptyState title={t('availability.reasons.empty')} />
        ) : (
          <FigureTable
            caption={t('availability.reasons.title')}
            columns={[t('availability.reasons.reason'), t('availability.reasons.count')]}
            rows={reasons.map(({ reason, count }) => ({
              key: reason,
              cells: [t(`availability.reasons.of.${reason}`), count],
            }))}
          />
        )}
      </Section>
    </div>
  );
}
