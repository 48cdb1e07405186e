import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../shared/access/access.contract.ts';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { understandingBetween } from '../../shared/interpreters/understanding.rules.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from '../ui/bdi.tsx';
import { LanguageName } from '../ui/language-name.tsx';
import classes from './interpreters.module.css';

interface LanguagesTableProps {
  languages: readonly string[];
  staff: readonly StaffView[];
  interpreters: readonly InterpreterView[];
}

/** Each language of the office with whom speaks it: the team, volunteers, telephone. Bold: here now or on call. */
export function LanguagesTable({ languages, staff, interpreters }: LanguagesTableProps) {
  const { t } = useTranslation('interpreters');
  const { language: nameOf } = useCatalogue();
  const spoken = new Set([
    ...staff.flatMap((one) => (one.active ? one.languages : [])),
    ...interpreters.flatMap((one) => one.languages),
  ]);
  const related = (language: string) =>
    [...spoken].filter((other) => understandingBetween(language, other) === 'partly').map(nameOf);
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{t('who.caption')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('who.language')}</th>
          <th scope="col">{t('kind.tandem')}</th>
          <th scope="col">{t('kind.volunteer')}</th>
          <th scope="col">{t('kind.telephone')}</th>
        </tr>
      </thead>
      <tbody>
        {languages.map((language) => {
          const of = (kind: InterpreterView['kind']) =>
            interpreters
              .filter((one) => one.kind === kind && one.languages.includes(language))
              .map(({ id, name, onCall }) => ({ id, name, here: onCall !== null }));
          return (
            <tr key={language}>
              <th scope="row">
                <LanguageName id={language} />
                {!spoken.has(language) && (
                  <Text size="sm" c="dimmed">
                    {related(language).length > 0
                      ? t('who.partly', { languages: related(language).join(', ') })
                      : t('who.nobody')}
                  </Text>
                )}
              </th>
              <Names
                people={staff
                  .filter((one) => one.active && one.languages.includes(language))
                  .map((one) => ({ id: one.id, name: one.displayName, here: one.signedIn }))}
              />
              <Names people={of('volunteer')} />
              <Names people={of('telephone')} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Names({ people }: { people: readonly { id: string; name: string; here: boolean }[] }) {
  return (
    <td className={classes.names}>
      {people.map(({ id, name, here }) => (
        <span key={id} className={here ? classes.here : undefined}>
          <Bdi>{name}</Bdi>
        </span>
      ))}
    </td>
  );
}
