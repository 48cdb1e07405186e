import { sha256Hex } from '../../../shared/node/crypto.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { run, type Tx } from '../database/handles.ts';
import { withFonts } from './letter-html.ts';
import { findUnprinted, getLetter, listUnprinted } from './letter-row.ts';

/** What prints now, by letter: nothing is printed twice at the same time. */
const running = new WeakMap<Core, Map<string, Promise<void>>>();

/**
 * Prints a letter that waits for it and records the PDF or the failure; does nothing for one that does not wait. The
 * page was fixed when the letter was written, so that a template edited since changes nothing.
 */
export function printLetter(core: Core, id: string): Promise<void> {
  const prints = running.get(core) ?? new Map<string, Promise<void>>();
  running.set(core, prints);
  const print = prints.get(id) ?? printOnce(core, id).finally(() => prints.delete(id));
  prints.set(id, print);
  return print;
}

async function printOnce(core: Core, id: string): Promise<void> {
  const letter = findUnprinted(openDatabaseOf(core), id);
  if (!letter) return;
  const pdf = await printToPdf(core, letter);
  // An office that was closed meanwhile prints the letter when it opens again.
  if (!core.database) return;
  writeAndPublish(core, { staffId: null, procedure: 'letters.print' }, (tx) => recordPrint(tx, id, pdf));
}

async function printToPdf(core: Core, letter: { html: string; subject: string }): Promise<Uint8Array | null> {
  try {
    const html = withFonts(letter.html, core.ports.fontFaceCss);
    // The title stands in the PDF's properties; a subject names no person (changeTemplate).
    const pdf = await core.ports.printer.printToPdf(html, { title: letter.subject, language: 'de' });
    return pdf.length > 0 ? pdf : null;
  } catch {
    // What the printer says could quote the page.
    core.ports.log.write({ level: 'error', code: 'letter-not-printed' });
    return null;
  }
}

function recordPrint(tx: Tx, id: string, pdf: Uint8Array | null): void {
  const { state, revision } = getLetter(tx, id);
  // It was made void while it printed.
  if (state !== 'printing') return;
  run(
    tx,
    'UPDATE letter SET state = ?, pdf = ?, pdf_sha256 = ?, revision = ? WHERE id = ?',
    pdf ? 'ready' : 'failed',
    pdf,
    pdf && sha256Hex(pdf),
    revision + 1,
    id,
  );
  tx.touch({ entity: 'letter', id, op: 'put', fields: ['state'], revision: revision + 1 });
}

/** Prints what an end of the program interrupted, one letter after the other; called when the database opens. */
export function resumePrinting(core: Core): void {
  const ids = listUnprinted(openDatabaseOf(core));
  ids
    .reduce((before, id) => before.then(() => (core.database ? printLetter(core, id) : undefined)), Promise.resolve())
    .catch(() => core.ports.log.write({ level: 'error', code: 'printing-not-resumed' }));
}
