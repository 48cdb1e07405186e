import { create } from 'qrcode';
import { afterAll, describe, expect, it } from 'vitest';
import { sealCard } from '../../electron/office/profile-cards/seal-card.ts';
import { CLIENT_LANGUAGES, type ClientLanguage, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import { qrSvg } from '../../shared/languages/qr-svg.ts';
import { randomBytes, randomKey } from '../../shared/node/crypto.ts';
import { cardBytes, cardText } from '../../shared/profile-cards/card-text.ts';
import { renderProfileCard } from '../../shared/profile-cards/render-profile-card.ts';
import { findRun, pageLines, readPdf } from './pdf-reader.ts';
import { printer, printFonts, printHtml } from './print.ts';

afterAll(() => printer.close());

/** As large as a card may be. */
const FULLEST = cardText(randomBytes(933));

const pageIn = (language: ClientLanguage, text = FULLEST) =>
  renderProfileCard({
    issuedOn: '2026-11-23',
    validUntil: '2027-11-23',
    number: '7K3Q2M9A',
    officeName: 'lokal willkommen Mengede/Huckarde',
    phone: '0231 50-11148',
    language,
    qr: qrSvg(create(text, { errorCorrectionLevel: 'M' }).modules),
    fontFaceCss: printFonts,
  });

describe('the profile card on paper', () => {
  it.each(CLIENT_LANGUAGES)(
    'takes one side of A6 in %s, with its number, and is mirrored where one reads so',
    async (language) => {
      const { pages } = readPdf(await printHtml(pageIn(language), 'Karte', language));
      expect(pages).toHaveLength(1);
      const [page] = pages;
      if (!page) throw new Error('It has a page');
      expect(page.widthMm).toBeCloseTo(105, 0);
      expect(page.heightMm).toBeCloseTo(148, 0);
      expect(findRun(page, '7K3Q2M9A').xMm).toBeGreaterThan(60);
      // Nothing is cut off at the lower edge.
      for (const line of pageLines(page)) expect(line.baselineMm).toBeLessThan(145);
      // The telephone stands at the end of the last line.
      expect(findRun(page, '0231 50-11148').xMm < 52).toBe(isRightToLeft(language));
    },
  );

  it('has a code in which each square is wide enough for a scanner, however much stands on it', () => {
    const squares = create(FULLEST, { errorCorrectionLevel: 'M' }).modules.size + 8;
    expect(66 / squares).toBeGreaterThan(0.5);
  });

  it('shows in its code the card’s very bytes', async () => {
    const content = { officeName: 'Büro', values: { spoken: 'ar' }, days: {} };
    const term = { pin: '471093', issuedOn: '2026-11-23', validUntil: '2027-11-23' };
    const { bytes } = await sealCard(content, { secret: randomKey() }, term);
    const text = cardText(bytes);
    const drawn = new Set([...pageIn('ar', text).matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1)
        expect(drawn.has(`${column + 4} ${row + 4}`)).toBe(Boolean(modules.get(row, column)));
    }
    expect(cardBytes(text)).toEqual(bytes);
  });
});
