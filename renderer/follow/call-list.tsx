import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import type { PhoneFollowUp } from '../../shared/phone/phone.contract.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { CallLine } from './call-line.tsx';
import classes from './follow.module.css';

interface CallListProps {
  calls: UseQueryResult<{ calls: PhoneFollowUp[] }>;
  today: LocalDate;
}

/** The calls that we owe, the longest due first. */
export function CallList({ calls, today }: CallListProps) {
  const { t } = useTranslation('follow');
  if (calls.error) return <ErrorState error={calls.error} onRetry={() => void calls.refetch()} />;
  if (!calls.data) return <SkeletonLines lines={4} height={60} />;
  if (calls.data.calls.length === 0) return <EmptyState title={t('call.none')} hint={t('call.noneHint')} />;
  return (
    <ul className={classes.list}>
      {calls.data.calls.map((call) => (
        <li key={call.id}>
          <CallLine call={call} today={today} />
        </li>
      ))}
    </ul>
  );
}
