import type { Session } from '../access/session.ts';
import { settleReleasedKeys } from '../consultations/notes/released-keys.ts';
import { type Core, writeAndPublish } from '../core.ts';
import { forgetEndedReleases } from './live-releases.ts';

/**
 * Sets right at a sign-in what needed this session's keys: notes of its employer that a colleague of the other one has
 * brought under a release meanwhile, by naming the person, say. What was withdrawn while the keys were opened is forgotten.
 */
export function catchUpReleases(core: Core, session: Session): void {
  forgetEndedReleases(core);
  if (![...session.keys.readers.keys()].some((reader) => reader.startsWith('release:'))) return;
  writeAndPublish(core, { staffId: session.staffId, procedure: 'releases.catchUp' }, (tx) =>
    settleReleasedKeys(tx, session, 'everything'),
  );
}
