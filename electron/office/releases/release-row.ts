import { z } from 'zod';
import { EmployerKind } from '../../../shared/access/access.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import {
  RELEASE_MANNERS,
  RELEASE_PURPOSES,
  RELEASE_SCOPES,
  releaseState,
} from '../../../shared/releases/release.rules.ts';
import type { ReleaseView } from '../../../shared/releases/releases.contract.ts';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const ReleaseRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  person_id: z.string(),
  from_employer_id: z.string(),
  to_employer_id: z.string(),
  from_kind: EmployerKind,
  to_kind: EmployerKind,
  purposes: jsonColumn(z.array(z.enum(RELEASE_PURPOSES))),
  scope: z.enum(RELEASE_SCOPES),
  topics: jsonColumn(z.array(z.string())),
  given_on: z.string(),
  valid_until: z.string(),
  text_version: z.string(),
  language: z.string(),
  interpreter_name: z.string(),
  manner: z.enum(RELEASE_MANNERS),
  both_ways: flagColumn,
  taken_by: z.string(),
  created_at: z.string(),
  withdrawn_at: z.string().nullable(),
  withdrawn_by: z.string().nullable(),
});
export type Release = z.infer<typeof ReleaseRow>;

const SELECT = `SELECT release.id, release.revision, person_id, from_employer_id, to_employer_id,
  giver.kind AS from_kind, taker.kind AS to_kind, purposes, scope,
  (SELECT json_group_array(topic) FROM release_topic WHERE release_id = release.id) AS topics,
  given_on, valid_until, text_version, language, interpreter_name, manner, both_ways,
  taken.display_name AS taken_by, release.created_at, withdrawn_at, withdrawer.display_name AS withdrawn_by
  FROM release JOIN employer AS giver ON giver.id = from_employer_id JOIN employer AS taker ON taker.id = to_employer_id
    JOIN staff AS taken ON taken.id = taken_by LEFT JOIN staff AS withdrawer ON withdrawer.id = withdrawn_by`;

/** A release. Throws NOT_FOUND. */
export function getRelease(db: Db, id: string): Release {
  const release = findRow(db, ReleaseRow, `${SELECT} WHERE release.id = ?`, id);
  if (!release) throw notFound();
  return release;
}

/** All releases of a person, the newest first. */
export function listReleases(db: Db, personId: string, today: LocalDate): ReleaseView[] {
  const rows = listRows(
    db,
    ReleaseRow,
    `${SELECT} WHERE person_id = ? ORDER BY release.created_at DESC, release.id DESC`,
    personId,
  );
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    from: row.from_kind,
    to: row.to_kind,
    purposes: row.purposes,
    scope: row.scope,
    topics: row.topics,
    givenOn: row.given_on,
    validUntil: row.valid_until,
    textVersion: row.text_version,
    language: row.language,
    interpreterName: row.interpreter_name,
    manner: row.manner,
    bothWays: row.both_ways,
    takenBy: row.taken_by,
    takenAt: row.created_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
    state: releaseState({ validUntil: row.valid_until, withdrawnAt: row.withdrawn_at }, today),
  }));
}
