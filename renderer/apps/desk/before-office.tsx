import { type ComponentType, lazy, Suspense } from 'react';
import type { OfficeStatus } from '../../../shared/office/office.contract.ts';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';

type Screen = ComponentType<{ status: OfficeStatus }>;

const found = import.meta.glob<{ default: Screen }>([
  '../../office/set-up-assistant.tsx',
  '../../office/blocked-screen.tsx',
]);

function screenAt(path: string): Screen | null {
  const load = found[path];
  return load ? lazy(load) : null;
}

const SetUpAssistant = screenAt('../../office/set-up-assistant.tsx');
const BlockedScreen = screenAt('../../office/blocked-screen.tsx');

/** There is no office yet, or its database must not be opened: the screens for both need nobody signed in. */
export function BeforeOffice({ status }: { status: OfficeStatus }) {
  const Shown = status.phase === 'empty' ? SetUpAssistant : BlockedScreen;
  return <Suspense fallback={<SkeletonLines lines={4} height={40} />}>{Shown && <Shown status={status} />}</Suspense>;
}
