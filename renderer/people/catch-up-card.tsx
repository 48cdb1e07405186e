import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ } from '../../shared/catalogue/catalogue.ts';
import type { CatchUp } from '../../shared/people/catch-up.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { useEmployerWords } from '../releases/use-employer-words.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LanguageName } from '../ui/language-name.tsx';
import { Message } from '../ui/message.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './catch-up.module.css';

/** The first minute with a person whom one has not seen for a while, or never. */
export function CatchUpCard({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const found = useQuery(orpc.people.catchUp.queryOptions({ input: { id: person.id } }));
  return (
    <Section title={t('catchUp.title')}>
      {found.data ? (
        <Parts person={person} found={found.data} />
      ) : found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <SkeletonLines lines={2} height={28} />
      )}
    </Section>
  );
}

function More({ count }: { count: number }) {
  const { t } = useTranslation('people');
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('catchUp.more', { count })}
    </Text>
  );
}

function Parts({ person, found }: { person: PersonView; found: CatchUp }) {
  const { t } = useTranslation('people');
  const { date, instantDay } = useFormats();
  const { nameOf } = useEmployerWords();
  const { promises, morePromises, awaited, moreAwaited, lastInterpreted, missedOn, releases } = found;
  const mode = lastInterpreted && t(`catchUp.mode.${lastInterpreted.mode}`);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
      <Part title={t('catchUp.promises')}>
        <Due items={promises} none={t('catchUp.noPromises')} />
        <More count={morePromises} />
      </Part>
      <Part title={t('catchUp.awaited')}>
        <Due
          none={t('catchUp.nothingAwaited')}
          items={awaited.map((one) => ({
            ...one,
            from:
              one.partnerName !== null
                ? t('catchUp.reply', { partner: one.partnerName })
                : t(`catchUp.from.${one.owner === 'client' ? 'client' : 'partner'}`),
          }))}
        />
        <More count={moreAwaited} />
      </Part>
      <Part title={t('catchUp.talk')}>
        <Text>
          {person.spoken !== null && <LanguageName id={person.spoken} />}
          {person.read === CANNOT_READ && ` · ${t('catchUp.cannotRead')}`}
        </Text>
        {lastInterpreted && mode !== null && (
          <Text size="sm" c={lastInterpreted.mode === 'minor' ? 'inherit' : 'dimmed'}>
            {t('catchUp.interpreted', { day: instantDay(lastInterpreted.at), mode })}
          </Text>
        )}
        {missedOn !== null && <Message kind="urgent">{t('catchUp.missed', { day: date(missedOn) })}</Message>}
        {releases.map((release) => (
          <Text size="sm" key={`${release.from} ${release.validUntil}`}>
            {t('catchUp.released', {
              from: nameOf(release.from),
              to: nameOf(release.to),
              day: date(release.validUntil),
            })}
          </Text>
        ))}
      </Part>
    </SimpleGrid>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <Text component="h3" size="sm" fw={600} c="dimmed" m={0}>
        {title}
      </Text>
      {children}
    </div>
  );
}

interface DueItem {
  id: string;
  what: string;
  dueOn: string | null;
  overdue: boolean;
  from?: string;
}

function Due({ items, none }: { items: readonly DueItem[]; none: string }) {
  const { t } = useTranslation('people');
  const { date } = useFormats();
  if (items.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <ul className={classes.due}>
      {items.map(({ id, what, dueOn, overdue, from }) => (
        <li key={id}>
          <Bdi>{what}</Bdi>{' '}
          <Text span size="sm" c={overdue ? 'inherit' : 'dimmed'} fw={overdue ? 600 : 400}>
            {[
              ...(from === undefined ? [] : [from]),
              dueOn === null
                ? t('catchUp.noDay')
                : t(overdue ? 'catchUp.overdue' : 'catchUp.due', { day: date(dueOn) }),
            ].join(', ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}
