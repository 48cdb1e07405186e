import { afterEach, expect, test } from 'vitest';
import type { SessionView } from '../../shared/access/access.contract.ts';
import { forgetKeptOfOthers, keptFor } from './kept-entry.ts';
import { setSession } from './session-store.ts';

const as = (staffId: string) =>
  setSession({
    staffId,
    displayName: staffId,
    signInName: staffId,
    employerId: 'e',
    employerKind: 'city',
    employerName: 'Stadt',
    roles: ['counsellor'],
    rights: ['queue.work'],
    languages: [],
    holdsVault: true,
    idleLockMinutes: 5,
    training: false,
  } satisfies SessionView);
afterEach(() => setSession(null));

test('what was half typed survives the lock, for the same person', () => {
  const kept = keptFor<string>();
  as('anna');
  kept.keep('Arabisch, Kita');
  setSession(null);
  expect(kept.take()).toBeNull();
  as('anna');
  kept.keep('Arabisch, Kita');
  setSession(null);
  as('anna');
  expect(kept.take()).toBe('Arabisch, Kita');
});

test('somebody else finds nothing, and afterwards it is gone', () => {
  const kept = keptFor<string>();
  as('anna');
  kept.keep('Arabisch, Kita');
  as('bela');
  forgetKeptOfOthers('bela');
  as('anna');
  expect(kept.take()).toBeNull();
});

test('nobody signed in keeps nothing', () => {
  const kept = keptFor<string>();
  kept.keep('x');
  as('anna');
  expect(kept.take()).toBeNull();
});
