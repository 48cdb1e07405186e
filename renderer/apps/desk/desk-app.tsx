import { Center, Stack, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetSession } from '../../access/lock.ts';
import { useMaybeSession } from '../../access/session-store.ts';
import { SignInScreen } from '../../access/sign-in-screen.tsx';
import { OfficePartProvider } from '../../catalogues/office-part-provider.tsx';
import { EmergencyBanner } from '../../emergency/emergency-banner.tsx';
import { orpc } from '../../rpc/client.ts';
import { useChanges } from '../../rpc/use-changes.ts';
import { useConnectionState } from '../../rpc/use-connection-state.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Message } from '../../ui/message.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { useReadAhead } from '../../ui/use-read-ahead.ts';
import { BeforeOffice } from './before-office.tsx';

const loadFrame = () => import('./frame/app-frame.tsx');
const AppFrame = lazy(loadFrame);
const readFirstScreen = async () => (await loadFrame()).loadFirstScreen();

/** The desk, and over it whatever other desks call: also when the screen is locked. */
export function DeskApp() {
  return (
    <>
      <EmergencyBanner />
      <Desk />
    </>
  );
}

/** What the desk shows first: the line, then the office's phase, then the person. */
function Desk() {
  const { t } = useTranslation('desk');
  const line = useConnectionState();
  const session = useMaybeSession();
  const queryClient = useQueryClient();
  const [wasLost, setWasLost] = useState(false);
  const status = useQuery(orpc.office.status.queryOptions({ input: {} }));
  useChanges(session !== null);

  const missed = useRef(false);
  useEffect(() => {
    if (line !== 'lost') return;
    missed.current = true;
    setWasLost(true);
    // A session belongs to its line: with the line it is gone.
    forgetSession(queryClient);
  }, [line, queryClient]);
  useEffect(() => {
    if (line !== 'open' || !missed.current) return;
    missed.current = false;
    void queryClient.invalidateQueries();
  }, [line, queryClient]);
  useEffect(() => {
    if (session) setWasLost(false);
  }, [session]);
  // Read while somebody still types the passphrase, so that the queue is there at once.
  useReadAhead(status.data !== undefined, readFirstScreen);

  if (line === 'lost') {
    return (
      <Alone>
        <Stack gap="sm">
          <Title order={1} size="h3">
            {t('lineLost.title')}
          </Title>
          <Message kind="urgent" announce>
            {t('lineLost.text')}
          </Message>
        </Stack>
      </Alone>
    );
  }
  if (session)
    return (
      <Suspense fallback={<SkeletonLines lines={4} height={40} />}>
        <OfficePartProvider>
          <AppFrame key={session.staffId} />
        </OfficePartProvider>
      </Suspense>
    );
  if (status.data?.phase === 'empty' || status.data?.phase === 'blocked') return <BeforeOffice status={status.data} />;
  if (status.data) return <SignInScreen status={status.data} notice={wasLost ? t('lineIsBack') : null} />;
  return (
    <Alone>
      {status.error ? (
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      ) : (
        <SkeletonLines lines={4} height={40} />
      )}
    </Alone>
  );
}

function Alone({ children }: { children: React.ReactNode }) {
  return (
    <Center component="main" mih="100vh" p="md">
      <div style={{ width: 'min(32rem, 100%)' }}>{children}</div>
    </Center>
  );
}
