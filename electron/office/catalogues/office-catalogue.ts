import { z } from 'zod';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { OwnWords } from '../../../shared/catalogue/own-words.ts';
import { type CatalogueAddition, type OfficeCatalogue } from '../../../shared/catalogues/catalogues.contract.ts';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../shared/catalogues/catalogues.rules.ts';
import { STEP_OWNERS } from '../../../shared/steps/step-phrase.contract.ts';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';

const AdditionRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  kind: z.enum(CATALOGUE_KINDS),
  parent: z.string().nullable(),
  owner: z.enum(STEP_OWNERS).nullable(),
  words: jsonColumn(OwnWords),
  active: flagColumn,
});
const SwitchRow = z.strictObject({ kind: z.enum(CATALOGUE_KINDS), id: z.string(), off: flagColumn, revision: z.int() });
const VersionRow = z.strictObject({ number: z.int(), id: z.string() });

const ADDITIONS = 'SELECT id, revision, kind, parent, owner, words, active FROM catalogue_addition';
const NEWEST = 'SELECT number, id FROM catalogue_version ORDER BY number DESC LIMIT 1';

// By connection: each prepares its statements once. What was read holds as long as its version is the newest one.
const read = new WeakMap<object, { versionId: string; catalogue: OfficeCatalogue }>();

/** What this office made of the central catalogue. Read from the tables once for each version. */
export function officeCatalogue(db: Db): OfficeCatalogue {
  const connection = db.statement(NEWEST);
  const newest = findRow(db, VersionRow, NEWEST);
  const known = read.get(connection);
  if (known && known.versionId === (newest?.id ?? '')) return known.catalogue;
  const fresh: OfficeCatalogue = {
    version: { central: catalogue.version, office: newest?.number ?? 0 },
    additions: listRows(db, AdditionRow, `${ADDITIONS} ORDER BY rowid`),
    switchedOff: listRows(
      db,
      SwitchRow,
      'SELECT kind, entry AS id, off, revision FROM catalogue_switch ORDER BY kind, entry',
    ),
  };
  read.set(connection, { versionId: newest?.id ?? '', catalogue: fresh });
  return fresh;
}

/** An entry that this office added; null when there is none of this kind. */
export function findAddition(db: Db, id: string, kind?: CatalogueKind): CatalogueAddition | null {
  const addition = officeCatalogue(db).additions.find((one) => one.id === id);
  return addition && (kind === undefined || addition.kind === kind) ? addition : null;
}

/** What this office calls an entry that it added; null for a central one. */
export function ownWordsOf(db: Db, id: string | null): OwnWords | null {
  return id === null ? null : (findAddition(db, id)?.words ?? null);
}
