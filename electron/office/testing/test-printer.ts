import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Printer } from '../ports.ts';

/** A printer that stands in for the machine's: it keeps the pages it was given, and can be out of order. */
export interface TestPrinter extends Printer {
  broken: boolean;
  readonly pages: { html: string; title: string; language: string }[];
}

export function testPrinter(): TestPrinter {
  const printer: TestPrinter = {
    broken: false,
    pages: [],
    async printToPdf(html, options) {
      // A fault that quotes the page, as a careless printer's could.
      if (printer.broken) throw new Error(`out of paper while printing ${html}`);
      printer.pages.push({ html, ...options });
      // No two prints give the same bytes, as with a real one.
      return Buffer.from(`%PDF-test ${printer.pages.length} ${sha256Hex(html)}`);
    },
  };
  return printer;
}
