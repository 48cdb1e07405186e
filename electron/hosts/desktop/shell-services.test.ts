import { expect, test } from 'vitest';
import { FromOffice } from '../../../shared/desktop/shell-messages.ts';
import { createShellServices } from './shell-services.ts';

function asking() {
  const told: FromOffice[] = [];
  // What is told must be what the shell reads.
  const services = createShellServices((message) => told.push(FromOffice.parse(message)));
  return { told, services };
}

test('each question waits for its own answer', async () => {
  const { told, services } = asking();
  const first = services.printer.printToPdf('a', { title: 'A', language: 'de' });
  const second = services.keychain.wrap(new Uint8Array([1, 2]));
  expect(told).toEqual([
    { type: 'ask', request: 1, question: { service: 'print-to-pdf', html: 'a' } },
    { type: 'ask', request: 2, question: { service: 'keychain-wrap', secret: new Uint8Array([1, 2]) } },
  ]);
  services.answer(2, new Uint8Array([2]));
  services.answer(1, new Uint8Array([1]));
  services.answer(1, new Uint8Array([9]));
  services.answer(77, null);
  expect([await first, await second]).toEqual([new Uint8Array([1]), new Uint8Array([2])]);
});

test('a PDF does not tell which browser made it', async () => {
  const { services } = asking();
  const printing = services.printer.printToPdf('a', { title: 'A', language: 'de' });
  services.answer(
    1,
    Buffer.from('%PDF-1.4 /Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome/156) /Producer (Skia/PDF)'),
  );
  const text = Buffer.from(await printing).toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4 \/Creator \(Tandem\) +\/Producer/);
});

test('a no is a failure that quotes nothing', async () => {
  const { services } = asking();
  const tries = [
    services.printer.printToPdf('the text', { title: 'T', language: 'de' }),
    services.keychain.wrap(new Uint8Array([7])),
    services.keychain.unwrap(new Uint8Array([7])),
  ];
  for (const request of [1, 2, 3]) services.answer(request, null);
  for (const result of await Promise.allSettled(tries)) {
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/^The shell could not do it: [a-z-]+$/) },
    });
  }
});

test('a slip is printed or it is not', async () => {
  const { told, services } = asking();
  const [yes, no] = [services.slipPrinter.printSlip('A 7'), services.slipPrinter.printSlip('A 8')];
  expect(told[0]).toEqual({ type: 'ask', request: 1, question: { service: 'print-slip', html: 'A 7' } });
  services.answer(1, new Uint8Array());
  services.answer(2, null);
  expect([await yes, await no]).toEqual([true, false]);
});

test('nobody waits for a shell that is going', async () => {
  const { services } = asking();
  const waiting = services.keychain.unwrap(new Uint8Array([7]));
  services.abandon();
  await expect(waiting).rejects.toThrow('keychain-unwrap');
});
