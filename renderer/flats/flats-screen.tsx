import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from '../people/people.module.css';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { FlatLine } from './flat-line.tsx';

/** All flats on offer, for the desk: from here, and not from a landlord's page, it opens which households would fit. */
export default function FlatsScreen() {
  const { t } = useTranslation('flats');
  const [shown, setShown] = useState<string | null>(null);
  const found = useQuery(orpc.flats.list.queryOptions({ input: { landlordId: null } }));
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/people" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('back')}
      </Anchor>
      <Title order={1}>{t('title')}</Title>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines lines={4} height={44} />}
      {found.data?.flats.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      {found.data && found.data.flats.length > 0 && (
        <Section title={t('count', { count: found.data.flats.length })}>
          <ul className={classes.plainList}>
            {found.data.flats.map((flat) => (
              <li key={flat.id}>
                <FlatLine flat={flat} showLandlord>
                  {flat.fitting > 0 && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      leftSection={<IconUsersGroup size={16} aria-hidden />}
                      onClick={() => setShown(flat.id)}
                    >
                      {t('showHouseholds')}
                    </Button>
                  )}
                </FlatLine>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {shown !== null && (
        <Sheet title={t('householdsTitle')} onClose={() => setShown(null)}>
          <FittingHouseholds flatId={shown} />
        </Sheet>
      )}
    </Stack>
  );
}

function FittingHouseholds({ flatId }: { flatId: string }) {
  const { t } = useTranslation('flats');
  const found = useQuery(orpc.flats.households.queryOptions({ input: { id: flatId } }));
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonLines lines={3} height={32} />;
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('householdsText')}</Text>
      <ul className={classes.plainList}>
        {found.data.households.map(({ size, people }) => (
          <li key={people.map(({ id }) => id).join()}>
            <Text size="sm" c="dimmed">
              {t('householdOf', { count: size })}
            </Text>
            {people.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Link href={`/people/${id}`} className={classes.link ?? ''}>
                  <Bdi>{name}</Bdi>
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
