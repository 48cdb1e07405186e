import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { createChromiumPrinter } from './chromium-printer.ts';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const titleOf = (pdf: Uint8Array): string => {
  const text = Buffer.from(pdf).toString('latin1');
  const hex = /\/Title <FEFF([0-9A-F]*)>/.exec(text)?.[1];
  return hex === undefined
    ? (/\/Title \(([^)]*)\)/.exec(text)?.[1] ?? '')
    : Buffer.from(hex, 'hex').swap16().toString('utf16le');
};
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

let printer = createChromiumPrinter();
afterEach(async () => {
  await printer.close();
  printer = createChromiumPrinter();
});

describe('createChromiumPrinter', () => {
  it('prints a tagged PDF with the title and language that it is told', async () => {
    const pdf = await printer.printToPdf(page('<h1>Eins</h1>', '<title>anders</title>'), {
      title: 'Bitte – für Sie',
      language: 'kmr',
    });
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(titleOf(pdf)).toBe('Bitte – für Sie');
    expect(text).toMatch(/\/Lang \(kmr\)/);
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('/Creator (Tandem)');
    expect(text).not.toContain('Mozilla');
  });

  it('prints many at a time, each with its own content and title', async () => {
    const pdfs = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        printer.printToPdf(page('<div style="break-after:page">x</div>'.repeat(index) + '<p>Ende</p>'), {
          title: `Brief ${index}`,
          language: 'de',
        }),
      ),
    );
    expect(pdfs.map(titleOf)).toEqual(pdfs.map((_, index) => `Brief ${index}`));
    expect(pdfs.map(pagesOf)).toEqual(pdfs.map((_, index) => index + 1));
  });

  it('runs no script and fetches nothing', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
    try {
      const pdf = await printer.printToPdf(
        page(
          `<script>document.body.innerHTML = '<div style="break-after:page">x</div>'.repeat(5)</script><img src="${origin}/image" onerror="document.body.innerHTML=''"><iframe src="${origin}/frame"></iframe><p style="background:url(${origin}/background)">Text</p>`,
          `<link rel="stylesheet" href="${origin}/style"><meta http-equiv="refresh" content="0;url=${origin}/refresh">`,
        ),
        { title: 'x', language: 'de' },
      );
      expect(pagesOf(pdf)).toBe(1);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('starts a browser that was killed anew, also in the middle of a print', async () => {
    await printer.printToPdf(page('eins'), { title: 'eins', language: 'de' });
    const before = browsersOfThisProcess();
    expect(before.length).toBeGreaterThan(0);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    expect(titleOf(await printer.printToPdf(page('zwei'), { title: 'zwei', language: 'de' }))).toBe('zwei');
    const during = printer.printToPdf(page('<p>drei</p>'.repeat(1_500)), { title: 'drei', language: 'de' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const pid of browsersOfThisProcess()) process.kill(pid, 'SIGKILL');
    expect(titleOf(await during)).toBe('drei');
  });

  it('gives up a document that the browser does not finish in time', async () => {
    const impatient = createChromiumPrinter({ timeoutMs: 1 });
    await expect(impatient.printToPdf(page('x'), { title: 'x', language: 'de' })).rejects.toThrow('The browser ended');
    await impatient.close();
  });

  it('says so when there is no browser', async () => {
    const without = createChromiumPrinter({ find: async () => null });
    await expect(without.printToPdf(page('x'), { title: 'x', language: 'de' })).rejects.toThrow(
      'No Chromium to print with',
    );
  });

  it('leaves no profile behind, and can print again after it was closed', async () => {
    const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('tandem-print-')).length;
    const before = profiles();
    await printer.printToPdf(page('x'), { title: 'x', language: 'de' });
    expect(profiles()).toBe(before + 1);
    await printer.close();
    expect(profiles()).toBe(before);
    expect(titleOf(await printer.printToPdf(page('x'), { title: 'noch einmal', language: 'de' }))).toBe('noch einmal');
  });
});

/** Process ids of the browsers that this test process started. */
function browsersOfThisProcess(): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes('tandem-print-'))
    .map((line) => Number.parseInt(line, 10));
}
