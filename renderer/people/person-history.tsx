import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FormerName, PersonChange } from '../../shared/people/people.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { changedFieldLabels } from './changed-field-labels.ts';
import classes from './people.module.css';

/** Former names, and who changed which detail when. What stood there before is there for names only. */
export function PersonHistory({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const history = useQuery(orpc.people.history.queryOptions({ input: { id: personId } }));
  if (!history.data) {
    return history.error ? (
      <ErrorState error={history.error} onRetry={() => void history.refetch()} />
    ) : (
      <SkeletonLines lines={3} height={24} />
    );
  }
  const { formerNames, changes } = history.data;
  return (
    <Stack gap="md">
      <Section title={t('history.formerNames')} level={3} raised={false}>
        {formerNames.length === 0 ? (
          <Text c="dimmed">{t('history.noFormerNames')}</Text>
        ) : (
          <ul className={classes.plainList}>
            {formerNames.map((former) => (
              <FormerNameLine key={former.id} former={former} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('history.changes')} level={3} raised={false}>
        <ul className={classes.plainList}>
          {changes.map((change, index) => (
            // Two changes can carry one instant; the list only grows at its front.
            <ChangeLine key={`${change.at} ${changes.length - index}`} change={change} />
          ))}
        </ul>
        <Text size="sm" c="dimmed" mt={4}>
          {t('history.valuesKept')}
        </Text>
      </Section>
    </Stack>
  );
}

function FormerNameLine({ former }: { former: FormerName }) {
  const { t } = useTranslation('people');
  const { date, instantDay } = useFormats();
  const others = [former.documentName, former.ownScriptName].filter((name) => name !== '' && name !== former.name);
  const facts = [
    t(`nameChange.${former.reason}`),
    former.untilOn === null ? null : t('history.until', { day: date(former.untilOn) }),
    t('history.by', { day: instantDay(former.recordedAt), name: former.staffName }),
  ].filter((fact) => fact !== null);
  return (
    <li>
      <Bdi fw={600}>{former.name}</Bdi>
      {others.map((name) => (
        <span key={name}>
          {' · '}
          <Bdi>{name}</Bdi>
        </span>
      ))}
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </li>
  );
}

function ChangeLine({ change }: { change: PersonChange }) {
  const { t } = useTranslation('people');
  const { instantDay, time } = useFormats();
  const fields = change.fields.length === 0 ? t('history.created') : changedFieldLabels(change.fields, t).join(', ');
  return (
    <li>
      <Text size="sm">
        {fields}
        <Text span inherit c="dimmed">
          {` · ${t('history.by', { day: `${instantDay(change.at)} ${time(change.at)}`, name: change.staffName })}`}
        </Text>
      </Text>
    </li>
  );
}
