import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { LanguageName } from '../ui/language-name.tsx';
import { Section } from '../ui/section.tsx';
import classes from './interpreters.module.css';

/** How getting an interpreter went in the last 90 days, by language. Not there before anything was noted. */
export function StepCounts() {
  const { t } = useTranslation('interpreters');
  const counts = useQuery(orpc.interpreters.counts.queryOptions({ input: {} }));
  const languages = counts.data?.languages ?? [];
  if (languages.length === 0) return null;
  return (
    <Section title={t('counts.title')}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('counts.title')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('who.language')}</th>
            <th scope="col">{t('serving.outcome.asked')}</th>
            <th scope="col">{t('serving.outcome.could-not')}</th>
            <th scope="col">{t('serving.outcome.came')}</th>
            <th scope="col">{t('counts.appointments')}</th>
            <th scope="col">{t('counts.minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {languages.map((one) => (
            <tr key={one.language}>
              <th scope="row">
                <LanguageName id={one.language} />
              </th>
              <td>{one.asked}</td>
              <td>{one.couldNot}</td>
              <td>{one.came}</td>
              <td>{one.appointments}</td>
              <td>{one.minutesToCome === null ? '–' : t('counts.inMinutes', { count: one.minutesToCome })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
