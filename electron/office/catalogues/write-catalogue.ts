import { randomBytes, randomUUID } from 'node:crypto';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { NO_PARENT } from '../../../shared/catalogue/own-ids.ts';
import type { OwnWords } from '../../../shared/catalogue/own-words.ts';
import {
  type CatalogueAddition,
  type cataloguesContract,
  LABEL_LIMIT,
  type OfficeCatalogue,
} from '../../../shared/catalogues/catalogues.contract.ts';
import { type CatalogueKind, mustStay } from '../../../shared/catalogues/catalogues.rules.ts';
import { foldName } from '../../../shared/kernel/fold-name.ts';
import { centralStepPhrases } from '../../../shared/steps/step-catalogue.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { conflict, notFound, rule } from '../rpc/faults.ts';
import type { InputOf } from '../rpc/handlers.ts';
import { dismissFreeStep } from './free-steps.ts';
import { findAddition, officeCatalogue } from './office-catalogue.ts';

interface Saved {
  id: string;
  revision: number;
}

/** More than these nobody finds again; who needs more has a matter for the central part. */
const MOST_ADDITIONS = 200;

const CENTRAL: Readonly<Record<CatalogueKind, readonly { id: string; de?: string }[]>> = {
  topic: catalogue.topics,
  obstacle: catalogue.obstacles,
  result: catalogue.results,
  step: centralStepPhrases,
};

/** Adds an entry. Throws RULE no-such-entry for a parent that the central list lacks, label-taken, too-many-entries. */
export function addEntry(tx: Tx, { entry }: Pick<InputOf<typeof cataloguesContract.add>, 'entry'>, who: Who): Saved {
  const { kind, words } = entry;
  const parent = entry.kind === 'step' ? null : entry.parent;
  if (parent !== null && !isCentral(kind, parent)) throw rule('no-such-entry');
  const before = officeCatalogue(tx);
  if (before.additions.length >= MOST_ADDITIONS) throw rule('too-many-entries');
  requireNewLabel(before, kind, words);
  const id = `own.${parent ?? NO_PARENT}.${randomBytes(8).toString('hex')}`;
  run(
    tx,
    'INSERT INTO catalogue_addition (id, kind, parent, owner, words, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    kind,
    parent,
    entry.kind === 'step' ? entry.owner : null,
    JSON.stringify(words),
    tx.at,
  );
  if (entry.kind === 'step' && entry.freeStep !== null) dismissFreeStep(tx, entry.freeStep, { dismissed: true });
  newVersion(tx, who, { change: 'added', kind, id, label: words.de });
  tx.touch({ entity: 'catalogue', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Gives an added entry other words. Throws NOT_FOUND, CONFLICT, RULE label-taken, label-too-long. */
export function changeEntry(
  tx: Tx,
  { id, revision, words }: Omit<InputOf<typeof cataloguesContract.change>, 'requestId'>,
  who: Who,
): Saved {
  const addition = additionInHand(tx, id, revision);
  const { kind } = addition;
  if (kind !== 'step' && Object.values(words).some((word) => word.length > LABEL_LIMIT)) throw rule('label-too-long');
  requireNewLabel(officeCatalogue(tx), kind, words, id);
  run(
    tx,
    'UPDATE catalogue_addition SET words = ?, revision = ? WHERE id = ?',
    JSON.stringify(words),
    revision + 1,
    id,
  );
  newVersion(tx, who, { change: 'changed', kind, id, label: words.de });
  tx.touch({ entity: 'catalogue', id, op: 'put', fields: ['words'], revision: revision + 1 });
  return { id, revision: revision + 1 };
}

/** Offers an entry or offers it no more. Throws RULE no-such-entry, entry-must-stay, NOT_FOUND, CONFLICT. */
export function offerEntry(
  tx: Tx,
  input: Omit<InputOf<typeof cataloguesContract.offer>, 'requestId'>,
  who: Who,
): Saved {
  const { kind, id, offered } = input;
  const addition = findAddition(tx, id, kind);
  const saved = addition ? offerAddition(tx, additionInHand(tx, id, input.revision), offered) : offerCentral(tx, input);
  newVersion(tx, who, {
    change: offered ? 'switched-on' : 'switched-off',
    kind,
    id,
    label: addition?.words.de ?? '',
  });
  tx.touch({ entity: 'catalogue', id, op: 'put', fields: ['offered'], revision: saved.revision });
  return saved;
}

function offerAddition(tx: Tx, { id, revision }: CatalogueAddition, offered: boolean): Saved {
  run(tx, 'UPDATE catalogue_addition SET active = ?, revision = ? WHERE id = ?', offered ? 1 : 0, revision + 1, id);
  return { id, revision: revision + 1 };
}

function offerCentral(
  tx: Tx,
  { kind, id, revision, offered }: Omit<InputOf<typeof cataloguesContract.offer>, 'requestId'>,
): Saved {
  if (!isCentral(kind, id)) throw rule('no-such-entry');
  if (mustStay(kind, id)) throw rule('entry-must-stay');
  const known = officeCatalogue(tx).switchedOff.find((one) => one.kind === kind && one.id === id);
  if ((known?.revision ?? null) !== revision) throw conflict(known?.revision ?? null);
  const next = (known?.revision ?? 0) + 1;
  run(
    tx,
    `INSERT INTO catalogue_switch (kind, entry, off, revision) VALUES (?, ?, ?, ?)
      ON CONFLICT (kind, entry) DO UPDATE SET off = excluded.off, revision = excluded.revision`,
    kind,
    id,
    offered ? 0 : 1,
    next,
  );
  return { id, revision: next };
}

function additionInHand(tx: Tx, id: string, revision: number | null): CatalogueAddition {
  const addition = findAddition(tx, id);
  if (!addition) throw notFound();
  if (addition.revision !== revision) throw conflict(addition.revision);
  return addition;
}

function isCentral(kind: CatalogueKind, id: string): boolean {
  return CENTRAL[kind].some((entry) => entry.id === id);
}

/** Two entries of one list with the same German words could not be told apart. */
function requireNewLabel(
  { additions }: OfficeCatalogue,
  kind: CatalogueKind,
  { de }: OwnWords,
  except: string | null = null,
): void {
  const taken = [
    ...CENTRAL[kind].flatMap((entry) => entry.de ?? []),
    ...additions.flatMap((one) => (one.kind === kind && one.id !== except ? one.words.de : [])),
  ];
  if (taken.some((label) => foldName(label) === foldName(de))) throw rule('label-taken');
}

function newVersion(
  tx: Tx,
  who: Who,
  { change, kind, id, label }: { change: string; kind: CatalogueKind; id: string; label: string },
): void {
  run(
    tx,
    `INSERT INTO catalogue_version (number, id, at, staff_id, change, kind, entry, label)
      SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM catalogue_version`,
    randomUUID(),
    tx.at,
    who.staffId,
    change,
    kind,
    id,
    label,
  );
}
