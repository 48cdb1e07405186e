import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

export const accessSamples = {
  signIn: () => ({ name: 'nobody', passphrase: 'nothing at all' }),
  lock: () => ({}),
  whoAmI: () => ({}),
  changePassphrase: () => ({ requestId: randomUUID(), current: 'not the one', next: 'another passphrase' }),
  listStaff: () => ({}),
  addStaff: () => ({
    requestId: randomUUID(),
    displayName: 'Erika',
    signInName: 'anna',
    employerId: id,
    roles: ['counsellor'],
    languages: [],
    passphrase: 'another passphrase',
  }),
  changeStaff: () => ({ ...on(), displayName: 'Erika', roles: ['counsellor'], languages: [] }),
  stateGender: () => ({ requestId: randomUUID(), gender: null }),
  deactivateStaff: on,
  letIntoVault: () => ({ requestId: randomUUID(), id }),
  nameDeputy: () => ({ requestId: randomUUID(), deputyId: null }),
  resetPassphrase: () => ({ recoverySheet: 'AGE-SECRET-KEY-NONE', name: 'anna', passphrase: 'another passphrase' }),
} satisfies SamplesOf<'access'>;
