import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { LetterView } from '../../shared/letters/letters.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { LetterDetails } from './letter-details.tsx';
import classes from './letters.module.css';

const FILTERS = ['all', 'to-hand-over', 'awaiting'] as const;
type Filter = (typeof FILTERS)[number];

function isShown(letter: LetterView, filter: Filter): boolean {
  if (filter === 'to-hand-over') return letter.state === 'ready' && letter.handedOver === null;
  if (filter === 'awaiting') return letter.state !== 'void' && letter.referral?.state === 'awaiting';
  return true;
}

/** All letters, newest first; the chosen one at the right. */
export default function LettersScreen() {
  const { t } = useTranslation('letters');
  // The list itself has no id.
  const { id = null } = useParams<{ id?: string }>();
  const letters = useQuery(orpc.letters.list.queryOptions({ input: { personId: null, contactId: null } }));
  const [filter, setFilter] = useState<Filter>('all');
  const shown = (letters.data?.letters ?? []).filter((letter) => isShown(letter, filter));
  return (
    <div className={classes.letters}>
      <Group justify="space-between" className={classes.lettersHead}>
        <Title order={1}>{t('title')}</Title>
        <Group gap="md">
          <SegmentedControl<Filter>
            size="xs"
            aria-label={t('filter.label')}
            value={filter}
            onChange={setFilter}
            data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
          />
          <Button
            component={Link}
            href="/letters/new"
            variant="default"
            leftSection={<IconMailPlus size={18} aria-hidden />}
          >
            {t('new')}
          </Button>
        </Group>
      </Group>
      <Section
        title={t('list')}
        className={classes.lettersList ?? ''}
        aside={
          letters.data && (
            <Text size="sm" c="dimmed">
              {t('count', { count: shown.length })}
            </Text>
          )
        }
      >
        {letters.error ? (
          <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />
        ) : !letters.data ? (
          <SkeletonLines lines={6} height={44} />
        ) : shown.length === 0 ? (
          <EmptyState
            title={filter === 'all' ? t('empty') : t('none')}
            hint={filter === 'all' ? t('emptyHint') : t('noneHint')}
          />
        ) : (
          <ul className={classes.list}>
            {shown.map((letter) => (
              <li key={letter.id}>
                <LetterLine letter={letter} chosen={letter.id === id} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('chosen')} className={classes.lettersChosen ?? ''}>
        {id === null ? (
          <EmptyState title={t('chooseOne')} hint={t('chooseOneHint')} />
        ) : (
          <LetterDetails key={id} letterId={id} />
        )}
      </Section>
    </div>
  );
}

function LetterLine({ letter, chosen }: { letter: LetterView; chosen: boolean }) {
  const { t } = useTranslation('letters');
  const { instantDay, date } = useFormats();
  const state =
    letter.state !== 'ready'
      ? t(`state.${letter.state}`)
      : letter.handedOver === null
        ? t('state.toHandOver')
        : letter.referral?.state === 'awaiting' && letter.referral.replyBy !== null
          ? t('state.awaitingUntil', { day: date(letter.referral.replyBy) })
          : letter.referral
            ? t(`referral.${letter.referral.state}`)
            : t(`handOver.${letter.handedOver.way}`);
  return (
    <Link href={`/letters/${letter.id}`} className={classes.line ?? ''} aria-current={chosen ? 'true' : undefined}>
      <span className={classes.lineTop}>
        <Bdi fw={600}>{letter.partnerName}</Bdi>
        <Text span size="sm" c="dimmed" className={classes.when ?? ''}>
          {instantDay(letter.writtenAt)}
        </Text>
      </span>
      <span className={classes.lineTop}>
        <Text span size="sm">
          <Bdi>{letter.subject}</Bdi>
          {letter.personName !== null && (
            <>
              {' · '}
              <Bdi>{letter.personName}</Bdi>
            </>
          )}
        </Text>
        <Text span size="sm" c="dimmed" className={classes.when ?? ''}>
          {state}
        </Text>
      </span>
    </Link>
  );
}
