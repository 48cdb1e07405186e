import { Group, Select, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { STEP_OWNERS } from '../../shared/steps/step-phrase.contract.ts';
import { FollowUpLine } from '../desk/follow-ups/follow-up-line.tsx';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useStaffNames } from '../queue/use-staff-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { type DueFilter, matchesFilter, occurring } from './due-filter.ts';
import classes from './follow.module.css';

interface DueListProps {
  due: UseQueryResult<{ followUps: FollowUp[] }>;
  today: LocalDate;
}

/** Steps and awaited answers that are due, the oldest first; narrowed to an owner, a language, a colleague. */
export function DueList({ due, today }: DueListProps) {
  const { t } = useTranslation('follow');
  const { t: desk } = useTranslation('desk');
  const { language: languageName } = useCatalogue();
  const staffName = useStaffNames();
  const [filter, setFilter] = useState<DueFilter>({ owner: null, language: null, staffId: null });
  if (due.error) return <ErrorState error={due.error} onRetry={() => void due.refetch()} />;
  if (!due.data) return <SkeletonLines lines={5} height={44} />;
  const { followUps } = due.data;
  const shown = followUps.filter((one) => matchesFilter(one, filter));
  return (
    <Stack gap="sm">
      <Group gap="sm" grow maw={680}>
        <Select
          label={t('filter.owner')}
          placeholder={t('filter.all')}
          clearable
          data={STEP_OWNERS.map((owner) => ({ value: owner, label: desk(`due.owner.${owner}`) }))}
          value={filter.owner}
          onChange={(owner) => setFilter({ ...filter, owner })}
        />
        <Select
          label={t('filter.language')}
          placeholder={t('filter.all')}
          clearable
          data={occurring(followUps, 'language').map((id) => ({ value: id, label: languageName(id) }))}
          value={filter.language}
          onChange={(language) => setFilter({ ...filter, language })}
        />
        <Select
          label={t('filter.colleague')}
          placeholder={t('filter.all')}
          clearable
          data={occurring(followUps, 'staffId').map((id) => ({ value: id, label: staffName(id) }))}
          value={filter.staffId}
          onChange={(staffId) => setFilter({ ...filter, staffId })}
        />
      </Group>
      <VisuallyHidden role="status">{t('count', { count: shown.length })}</VisuallyHidden>
      {shown.length === 0 ? (
        <EmptyState title={t('due.none')} hint={t('due.noneHint')} />
      ) : (
        <ul className={classes.list}>
          {shown.map((followUp) => (
            <li key={`${followUp.kind}-${followUp.id}`}>
              <FollowUpLine followUp={followUp} today={today} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
