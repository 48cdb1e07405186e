import { z } from 'zod';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { releaseState } from '../../../shared/releases/release.rules.ts';
import type { Who } from '../access/session.ts';
import { forgetReplacedText } from '../consultations/notes/forget-replaced-text.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { listRows, run, type Tx } from '../database/handles.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { forgetEndedReleases } from './live-releases.ts';
import { getRelease } from './release-row.ts';

/**
 * The client has withdrawn a release; either employer may say so. The notes are closed with this command: their keys go,
 * from the database and from every open session. Throws NOT_FOUND, CONFLICT, RULE release-ended.
 */
export function withdrawRelease(tx: Tx, input: { id: string; revision: number }, who: Who): void {
  const release = getRelease(tx, input.id);
  const state = releaseState(
    { validUntil: release.valid_until, withdrawnAt: release.withdrawn_at },
    localDateOf(tx.at),
  );
  if (state !== 'active') throw rule('release-ended');
  if (release.revision !== input.revision) throw conflict(release.revision);
  const revision = release.revision + 1;
  run(
    tx,
    'UPDATE release SET withdrawn_at = ?, withdrawn_by = ?, revision = ? WHERE id = ?',
    tx.at,
    who.staffId,
    revision,
    release.id,
  );
  dropReleaseKeys(tx, release.id);
  tx.touch({ entity: 'release', id: release.id, op: 'put', fields: ['withdrawn_at'], revision });
}

/** Takes away everything that opens notes under a release. */
export function dropReleaseKeys(tx: Tx, releaseId: string): void {
  run(tx, 'DELETE FROM note_key WHERE reader GLOB ?', `release:${releaseId}:*`);
  run(tx, 'DELETE FROM release_key WHERE release_id = ?', releaseId);
}

/** What has to follow once a release has ended and that is written: keys in sessions, older pages in the log. */
export function afterRelease(core: Core): void {
  // Closed meanwhile: all sessions are over.
  if (!core.database) return;
  forgetEndedReleases(core);
  forgetReplacedText(core);
}

const EndedRow = z.strictObject({ id: z.string(), revision: z.int() });

/**
 * Clears away the keys of releases whose last day is over. They open nothing from that midnight on, since each query
 * looks at the day; this leaves nothing that could.
 */
export function endExpiredReleases(core: Core): void {
  const today = localDateOf(core.ports.clock.now());
  const ended = listRows(
    openDatabaseOf(core),
    EndedRow,
    'SELECT id, revision FROM release WHERE valid_until < ? AND id IN (SELECT release_id FROM release_key)',
    today,
  );
  if (ended.length === 0) return;
  writeAndPublish(core, { staffId: null, procedure: 'releases.endExpired' }, (tx) => {
    for (const { id, revision } of ended) {
      dropReleaseKeys(tx, id);
      tx.touch({ entity: 'release', id, op: 'put', fields: ['keys'], revision });
    }
  });
  afterRelease(core);
}
