import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LikelyPair as Pair } from '../../../shared/people/duplicates.contract.ts';
import { orpc } from '../../rpc/client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import classes from '../people.module.css';
import { LikelyPair } from './likely-pair.tsx';
import { MergeForm } from './merge-form.tsx';

/** Records that may be of one person, to be looked at one pair after the other. Nothing is ever merged by itself. */
export default function DuplicatesScreen() {
  const { t } = useTranslation('duplicates');
  const likely = useQuery(orpc.duplicates.list.queryOptions({ input: {} }));
  const [merging, setMerging] = useState<Pair | null>(null);
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/people" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('back')}
      </Anchor>
      <Title order={1}>{t('title')}</Title>
      <Text c="dimmed">{t('intro')}</Text>
      {likely.data ? (
        likely.data.pairs.length === 0 ? (
          <EmptyState title={t('none')} hint={t('noneHint')} />
        ) : (
          <ul className={classes.pairs}>
            {likely.data.pairs.map((pair) => (
              <li key={`${pair.first.id} ${pair.second.id}`}>
                <LikelyPair pair={pair} onCompare={() => setMerging(pair)} />
              </li>
            ))}
          </ul>
        )
      ) : likely.error ? (
        <ErrorState error={likely.error} onRetry={() => void likely.refetch()} />
      ) : (
        <SkeletonLines lines={3} height={80} />
      )}
      {merging && (
        <Sheet title={t('merge.title')} size="xl" closeOnClickOutside={false} onClose={() => setMerging(null)}>
          <MergeForm firstId={merging.first.id} secondId={merging.second.id} onClose={() => setMerging(null)} />
        </Sheet>
      )}
    </Stack>
  );
}
