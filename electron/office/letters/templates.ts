import { z } from 'zod';
import type { TemplateView } from '../../../shared/letters/letters.contract.ts';
import { parseTemplateLine, templateFaults } from '../../../shared/letters/template.rules.ts';
import type { Who } from '../access/session.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, Fault, rule } from '../rpc/faults.ts';

const TemplateRow: z.ZodType<TemplateView> = z.strictObject({
  id: z.string(),
  revision: z.int(),
  version: z.int(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
});

const SELECT = `SELECT template.id, revision, template.version, name, subject, body FROM template
  JOIN template_version ON template_id = template.id AND template_version.version = template.version`;

/** All templates in their newest version, by name. */
export function listTemplates(db: Db): TemplateView[] {
  return listRows(db, TemplateRow, `${SELECT} ORDER BY name`);
}

/** A template in its newest version. Throws RULE unknown-template. */
export function getTemplate(db: Db, id: string): TemplateView {
  const template = findRow(db, TemplateRow, `${SELECT} WHERE template.id = ?`, id);
  if (!template) throw rule('unknown-template');
  return template;
}

/**
 * Appends a version of a template; letters that were written keep theirs. Throws CONFLICT, RULE unknown-template, RULE
 * unknown-placeholder (also for braces that are no placeholder, and for person or case in the subject, which is the title
 * of the PDF and stands in lists), INVALID_INPUT for an empty text.
 */
export function changeTemplate(
  tx: Tx,
  input: { id: string; revision: number; subject: string; body: string },
  who: Who,
): { revision: number; version: number } {
  const before = getTemplate(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  const reasons = new Set(templateFaults(input).map((fault) => fault.reason));
  if (reasons.has('subject-empty')) throw new Fault('INVALID_INPUT', { fields: ['subject'] });
  if (reasons.has('body-empty')) throw new Fault('INVALID_INPUT', { fields: ['body'] });
  if (reasons.size > 0 || namesTheCase(input.subject)) throw rule('unknown-placeholder');
  const version = before.version + 1;
  const revision = before.revision + 1;
  insertTemplateVersion(tx, { id: input.id, version, subject: input.subject, body: input.body, staffId: who.staffId });
  run(tx, 'UPDATE template SET version = ?, revision = ? WHERE id = ?', version, revision, input.id);
  tx.touch({ entity: 'template', id: input.id, op: 'put', fields: ['subject', 'body'], revision });
  return { revision, version };
}

// What is typed about a case; templateFaults looks for the person alone.
const OF_THE_CASE: ReadonlySet<string> = new Set(['concern', 'done', 'request']);

function namesTheCase(subject: string): boolean {
  return parseTemplateLine(subject).some((token) => token.kind === 'placeholder' && OF_THE_CASE.has(token.name));
}

/** `staffId` null: the version came with the program. */
export function insertTemplateVersion(
  tx: Tx,
  template: { id: string; version: number; subject: string; body: string; staffId: string | null },
): void {
  run(
    tx,
    'INSERT INTO template_version (template_id, version, subject, body, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
    template.id,
    template.version,
    template.subject,
    template.body,
    template.staffId,
    tx.at,
  );
}
