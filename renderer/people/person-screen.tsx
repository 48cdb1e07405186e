import { Anchor, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { displayName } from '../../shared/people/display-name.rules.ts';
import { useRight } from '../access/session-store.ts';
import { PersonAppointments } from '../appointments/person-appointments.tsx';
import { LandlordFlats } from '../flats/landlord-flats.tsx';
import { HouseholdSection } from '../households/household-section.tsx';
import { PersonCards } from '../profile-cards/person-cards.tsx';
import { PersonReleases } from '../releases/person-releases.tsx';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { AttachContact } from './attach-contact.tsx';
import { CatchUpCard } from './catch-up-card.tsx';
import { MergedRecords } from './duplicates/merged-records.tsx';
import { OutdatedLetters } from './outdated-letters.tsx';
import classes from './people.module.css';
import { PersonHeader } from './person-header.tsx';
import { PersonTimeline } from './person-timeline.tsx';

/** One person: who they are, as far as it is needed, and what happened so far. */
export default function PersonScreen() {
  const { t } = useTranslation('people');
  const { id } = useParams<{ id: string }>();
  const [, navigate] = useLocation();
  const readsNotes = useRight('consultations.write');
  const person = useQuery(orpc.people.get.queryOptions({ input: { id } }));
  // Asked for together with the person, not after.
  usePrefetchQuery(orpc.people.timeline.queryOptions({ input: { id } }));
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/people" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('page.back')}
      </Anchor>
      {person.data ? (
        <>
          <OutdatedLetters personId={id} />
          <PersonHeader person={person.data} onLetter={() => navigate(`/people/${id}/letter`)} />
          <CatchUpCard person={person.data} />
          <MergedRecords personId={id} />
          <PersonAppointments person={{ id, name: displayName(person.data), spoken: person.data.spoken }} />
          {readsNotes && <PersonReleases person={person.data} />}
          <PersonCards person={person.data} />
          <HouseholdSection key={id} person={person.data} />
          {person.data.roles.includes('landlord') && <LandlordFlats landlordId={id} />}
          <PersonTimeline personId={id} />
          <AttachContact personId={id} />
        </>
      ) : person.error ? (
        <ErrorState error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <SkeletonLines lines={3} height={44} />
      )}
    </Stack>
  );
}
