import type { FromOffice, Question } from '../../../shared/desktop/shell-messages.ts';
import type { ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Keychain, Printer, SlipPrinter } from '../../office/ports.ts';
import { withoutBrowserTrace } from '../printing/pdf-info.ts';

/** What the shell does for the office: windows, printers and the keychain are its own process's. */
export interface ShellServices {
  printer: Printer;
  slipPrinter: SlipPrinter;
  /** Opens a second window. Rejects when there is none. */
  openScreen(kind: ScreenKind): Promise<void>;
  keychain: Keychain;
  /** Hands over the shell's answer to the question with this number; null: it did not work. */
  answer(request: number, bytes: Uint8Array | null): void;
  /** Fails every question that is still open: the process ends. */
  abandon(): void;
}

/** Asks the shell through `tell`; each question waits for the answer with its number. */
export function createShellServices(tell: (message: FromOffice) => void): ShellServices {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  let lastRequest = 0;

  function ask(question: Question): Promise<Uint8Array | null> {
    lastRequest += 1;
    const request = lastRequest;
    return new Promise((resolve) => {
      waiting.set(request, resolve);
      tell({ type: 'ask', request, question });
    });
  }
  async function get(question: Question): Promise<Uint8Array> {
    const bytes = await ask(question);
    // Nothing of the question: it may hold a letter or a key.
    if (bytes === null) throw new Error(`The shell could not do it: ${question.service}`);
    return bytes;
  }

  return {
    printer: {
      printToPdf: async (html) => withoutBrowserTrace(await get({ service: 'print-to-pdf', html })),
    },
    slipPrinter: { printSlip: async (html) => (await ask({ service: 'print-slip', html })) !== null },
    openScreen: async (kind) => void (await get({ service: 'open-screen', kind })),
    keychain: {
      wrap: (secret) => get({ service: 'keychain-wrap', secret }),
      unwrap: (wrapped) => get({ service: 'keychain-unwrap', wrapped }),
    },
    answer(request, bytes) {
      waiting.get(request)?.(bytes);
      waiting.delete(request);
    },
    abandon() {
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
}
