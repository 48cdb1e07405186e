import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { handOver, makeVoid } from './change-letter.ts';
import { composeFor } from './compose.ts';
import { letterHtml, withFonts } from './letter-html.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterView, listLetters } from './list-letters.ts';
import { answerReferral } from './referrals.ts';
import { changeTemplate, listTemplates } from './templates.ts';
import { printAgain, writeLetter } from './write-letter.ts';

const { letters } = contract;

export const lettersHandlers = {
  preview: query(letters.preview, (db, input, who, core) => {
    const { sheet, missing, leaves } = composeFor(db, input, { who, at: core.ports.clock.now(), reference: '' });
    return { html: withFonts(letterHtml(sheet), core.ports.fontFaceCss), missing, leaves };
  }),
  write: task(letters.write, (core, input, caller) => writeLetter(core, input, whoCalls(caller))),
  get: query(letters.get, (db, input) => letterView(db, input.id)),
  list: query(letters.list, (db, input) => ({ letters: listLetters(db, input) })),
  pdf: query(letters.pdf, (db, input) => letterPdf(db, input.id)),
  printAgain: task(letters.printAgain, async (core, input, caller) => {
    const { revision, state } = await printAgain(core, input, whoCalls(caller));
    return { revision, state };
  }),
  handOver: command(letters.handOver, (tx, input) => handOver(tx, input)),
  makeVoid: command(letters.makeVoid, (tx, input) => makeVoid(tx, input)),
  answerReferral: command(letters.answerReferral, (tx, input) => answerReferral(tx, input)),
  templates: query(letters.templates, (db) => ({ templates: listTemplates(db) })),
  changeTemplate: command(letters.changeTemplate, (tx, input, who) => changeTemplate(tx, input, who)),
} satisfies Record<keyof typeof letters, Handler>;
