import { expect, test } from 'vitest';
import { answerOffice, type OfficeServices } from './office-services.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function services(overrides: Partial<OfficeServices> = {}) {
  const printed: string[] = [];
  const offered: OfficeServices = {
    printer: {
      printToPdf: async (html) => bytes(`PDF of ${html}`),
      printOnPaper: async (html, name) => void printed.push(`${html} on ${name}`),
    },
    keychain: {
      wrap: async (secret) => new Uint8Array([...secret, 1]),
      unwrap: async (wrapped) => wrapped.slice(0, -1),
    },
    slipPrinter: 'Bonausgabe',
    openScreen: () => {},
    ...overrides,
  };
  return { offered, printed };
}

test('prints, wraps and unwraps for the office', async () => {
  const { offered, printed } = services();
  expect(await answerOffice({ service: 'print-to-pdf', html: 'x' }, offered)).toEqual(bytes('PDF of x'));
  expect(await answerOffice({ service: 'keychain-wrap', secret: new Uint8Array([7]) }, offered)).toEqual(
    new Uint8Array([7, 1]),
  );
  expect(await answerOffice({ service: 'keychain-unwrap', wrapped: new Uint8Array([7, 1]) }, offered)).toEqual(
    new Uint8Array([7]),
  );
  expect(await answerOffice({ service: 'print-slip', html: 'A 7' }, offered)).toEqual(new Uint8Array());
  expect(printed).toEqual(['A 7 on Bonausgabe']);
});

test('says no where there is no keychain or no printer for slips', async () => {
  const { offered, printed } = services({ keychain: null, slipPrinter: null });
  expect(await answerOffice({ service: 'keychain-wrap', secret: new Uint8Array([7]) }, offered)).toBeNull();
  expect(await answerOffice({ service: 'keychain-unwrap', wrapped: new Uint8Array([7]) }, offered)).toBeNull();
  expect(await answerOffice({ service: 'print-slip', html: 'A 7' }, offered)).toBeNull();
  expect(printed).toEqual([]);
});

test('a failure is a no, whatever its reason says', async () => {
  const fail = async (): Promise<never> => {
    throw new Error('the page’s text');
  };
  const { offered } = services({
    printer: { printToPdf: fail, printOnPaper: fail },
    keychain: { wrap: fail, unwrap: fail },
  });
  for (const question of [
    { service: 'print-to-pdf', html: 'x' },
    { service: 'print-slip', html: 'x' },
    { service: 'keychain-wrap', secret: new Uint8Array() },
    { service: 'keychain-unwrap', wrapped: new Uint8Array() },
  ] as const) {
    expect(await answerOffice(question, offered)).toBeNull();
  }
});
