import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { hasDuplicate } from '../../../shared/consultations/contact.rules.ts';
import type { NoteTemplate } from '../../../shared/note-work/note-work.contract.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound, rule } from '../rpc/faults.ts';

const TemplateRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  name: z.string(),
  headings: jsonColumn(z.array(z.string())),
});

/** The office's templates for notes, by name. */
export function listNoteTemplates(db: Db): NoteTemplate[] {
  return listRows(db, TemplateRow, 'SELECT id, revision, name, headings FROM note_template ORDER BY name, id');
}

export interface NoteTemplateChange {
  /** Null: a new one. */
  template: { id: string; revision: number } | null;
  name: string;
  headings: readonly string[];
}

/** Writes a template down, new or changed. Throws RULE heading-twice, NOT_FOUND, CONFLICT. */
export function writeNoteTemplate(
  tx: Tx,
  { template, name, headings }: NoteTemplateChange,
): { id: string; revision: number } {
  if (hasDuplicate(headings)) throw rule('heading-twice');
  const id = template?.id ?? uuidv7();
  if (template) requireRevision(tx, template);
  const revision = template ? template.revision + 1 : 1;
  run(
    tx,
    `INSERT INTO note_template (id, revision, name, headings) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, name = excluded.name, headings = excluded.headings`,
    id,
    revision,
    name,
    JSON.stringify(headings),
  );
  tx.touch({ entity: 'note-template', id, op: 'put', fields: ['name', 'headings'], revision });
  return { id, revision };
}

/** Removes a template; notes that were begun with it keep their headings. Throws NOT_FOUND, CONFLICT. */
export function removeNoteTemplate(tx: Tx, template: { id: string; revision: number }): void {
  requireRevision(tx, template);
  run(tx, 'DELETE FROM note_template WHERE id = ?', template.id);
  tx.touch({ entity: 'note-template', id: template.id, op: 'delete' });
}

function requireRevision(tx: Tx, { id, revision }: { id: string; revision: number }): void {
  const row = findRow(tx, z.strictObject({ revision: z.int() }), 'SELECT revision FROM note_template WHERE id = ?', id);
  if (!row) throw notFound();
  if (row.revision !== revision) throw conflict(row.revision);
}
