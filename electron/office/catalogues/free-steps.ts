import { z } from 'zod';
import type { FreeStep } from '../../../shared/catalogues/catalogues.contract.ts';
import { LEAST_PEOPLE, sameStep, withoutNumbers } from '../../../shared/catalogues/free-step.rules.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { centralStepPhrases } from '../../../shared/steps/step-catalogue.ts';
import { STEP_OWNERS } from '../../../shared/steps/step-phrase.contract.ts';
import { phraseSentence } from '../../../shared/steps/step-words.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { officeCatalogue } from './office-catalogue.ts';

const TypedRow = z.strictObject({
  what: z.string(),
  owner: z.enum(STEP_OWNERS),
  /** The person, or the talk where nobody is named. */
  of: z.string(),
  many: z.int(),
});
type Typed = z.infer<typeof TypedRow>;

// Steps have no level of their own: whoever reads contacts reads them (V1), of both employers. What notes say is not read.
const TYPED = `SELECT what, owner, coalesce(contact.person_id, contact.id) AS "of", count(*) AS many
  FROM step JOIN contact ON contact.id = contact_id WHERE phrase IS NULL GROUP BY 1, 2, 3`;

const MOST_OFFERED = 50;

/**
 * Texts that were typed freely as steps of at least three different people, the most frequent first. Fewer are not shown,
 * so that nobody's own affair becomes a proposal; nor what was dismissed, or is a phrase already.
 */
export function listFreeSteps(db: Db): FreeStep[] {
  const known = new Set([
    ...centralStepPhrases.map(({ id }) => sameStep(phraseSentence('de', id) ?? '')),
    ...officeCatalogue(db).additions.flatMap(({ kind, words }) => (kind === 'step' ? sameStep(words.de) : [])),
  ]);
  const dismissed = new Set(
    z.array(z.string()).parse(db.statement('SELECT digest FROM free_step_dismissed').pluck().all()),
  );
  const groups = Map.groupBy(listRows(db, TypedRow, TYPED), ({ what }) => sameStep(what));
  return [...groups]
    .flatMap(([same, typed]) => {
      const key = sha256Hex(same);
      const people = new Set(typed.map(({ of }) => of)).size;
      if (same === '' || people < LEAST_PEOPLE || known.has(same) || dismissed.has(key)) return [];
      return { key, text: withoutNumbers(usual(typed, 'what')), owner: usual(typed, 'owner'), count: countOf(typed) };
    })
    .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, 'de'))
    .slice(0, MOST_OFFERED);
}

/** Offers a text no more, or again. */
export function dismissFreeStep(tx: Tx, digest: string, { dismissed }: { dismissed: boolean }): void {
  if (dismissed) run(tx, 'INSERT INTO free_step_dismissed (digest) VALUES (?) ON CONFLICT DO NOTHING', digest);
  else run(tx, 'DELETE FROM free_step_dismissed WHERE digest = ?', digest);
  tx.touch({ entity: 'free-step', id: digest, op: dismissed ? 'put' : 'delete' });
}

function countOf(typed: readonly Typed[]): number {
  return typed.reduce((sum, { many }) => sum + many, 0);
}

/** What most of them say. */
function usual<K extends 'what' | 'owner'>(typed: readonly Typed[], field: K): Typed[K] {
  const groups = [...Map.groupBy(typed, (one) => one[field])].sort(([, a], [, b]) => countOf(b) - countOf(a));
  const [most] = groups;
  if (!most) throw new Error('A group has at least one text');
  return most[0];
}
