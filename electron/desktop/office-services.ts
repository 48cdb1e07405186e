import type { Question } from '../../shared/desktop/shell-messages.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Keychain } from '../office/ports.ts';
import type { ShellPrinter } from './printing.ts';

export interface OfficeServices {
  printer: ShellPrinter;
  keychain: Keychain | null;
  /** The printer for slips; null: none is set. */
  slipPrinter: string | null;
  /** Opens a second window. */
  openScreen(kind: 'kiosk' | 'display'): void;
}

const DONE = new Uint8Array();

/** Does what the office asks; null: it did not work. Why it did not stays here, for a reason may quote the page. */
export async function answerOffice(question: Question, services: OfficeServices): Promise<Uint8Array | null> {
  try {
    return await carryOut(question, services);
  } catch {
    return null;
  }
}

async function carryOut(question: Question, services: OfficeServices): Promise<Uint8Array | null> {
  const { printer, keychain, slipPrinter } = services;
  switch (question.service) {
    case 'print-to-pdf':
      return await printer.printToPdf(question.html);
    case 'print-slip':
      if (slipPrinter === null) return null;
      await printer.printOnPaper(question.html, slipPrinter);
      return DONE;
    case 'open-screen':
      services.openScreen(question.kind);
      return DONE;
    case 'keychain-wrap':
      return keychain ? await keychain.wrap(question.secret) : null;
    case 'keychain-unwrap':
      return keychain ? await keychain.unwrap(question.wrapped) : null;
    default:
      return assertNever(question);
  }
}
