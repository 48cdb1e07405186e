import { randomUUID } from 'node:crypto';
import type { releasesContract } from '../../../shared/releases/releases.contract.ts';
import type { Session } from '../access/session.ts';
import { afterRelease, withdrawRelease } from '../releases/end-release.ts';
import { giveRelease } from '../releases/give-release.ts';
import { getRelease } from '../releases/release-row.ts';
import type { InputOf } from '../rpc/handlers.ts';
import type { TestOffice } from './test-office.ts';

/** What a client signs, when a test does not care: the whole case for a year. */
export const RELEASE_TERMS = {
  purposes: ['joint-advice'],
  scope: 'case',
  topics: [],
  givenOn: '2026-11-23',
  validUntil: '2027-11-22',
  bothWays: false,
  language: 'ar',
  interpreterName: '',
  manner: 'paper',
} satisfies Omit<InputOf<typeof releasesContract.give>, 'requestId' | 'personId'>;

/** Records a release of somebody's employer towards the other one; returns its id. */
export async function release(
  office: TestOffice,
  who: Session,
  personId: string,
  terms: Partial<Omit<InputOf<typeof releasesContract.give>, 'requestId' | 'personId'>> = {},
): Promise<string> {
  const input = { ...RELEASE_TERMS, ...terms, requestId: randomUUID(), personId };
  return (await giveRelease(office.core, who, input)).id;
}

/** Records that the client has withdrawn it. */
export function withdraw(office: TestOffice, who: Session, id: string): void {
  const { revision } = getRelease(office.db, id);
  office.write(who, 'releases.withdraw', (tx) => withdrawRelease(tx, { id, revision }, who));
  afterRelease(office.core);
}
