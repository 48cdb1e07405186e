import { centralTemplates } from '../../../shared/letters/central-templates.ts';
import { run, type Tx } from '../database/handles.ts';
import { insertTemplateVersion } from './templates.ts';

/** Stores the templates that every office starts with. */
export function seedTemplates(tx: Tx): void {
  for (const { id, version, name, subject, body } of centralTemplates) {
    run(tx, 'INSERT INTO template (id, name, version) VALUES (?, ?, ?)', id, name.de, version);
    insertTemplateVersion(tx, { id, version, subject, body, staffId: null });
    tx.touch({ entity: 'template', id, op: 'put', revision: 1 });
  }
}
