import { lazy, Suspense } from 'react';
import type { OfficeStatus } from '../../../shared/office/office.contract.ts';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';

const SetUpAssistant = lazy(() => import('../../office/set-up-assistant.tsx'));
const BlockedScreen = lazy(() => import('../../office/blocked-screen.tsx'));

/** There is no office yet, or its database must not be opened: the screens for both need nobody signed in. */
export function BeforeOffice({ status }: { status: OfficeStatus }) {
  return (
    <Suspense fallback={<SkeletonLines lines={4} height={40} />}>
      {status.phase === 'empty' ? <SetUpAssistant /> : <BlockedScreen status={status} />}
    </Suspense>
  );
}
