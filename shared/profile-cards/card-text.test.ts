import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginsLikeCard, cardBytes, cardText } from './card-text.ts';

it('reads back what it wrote, however the scanner writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = cardText(bytes);
      expect(text).toMatch(/^[0-9A-HJ-NP-X]*$/);
      expect(cardBytes(text)).toEqual(bytes);
      expect(cardBytes(` ${text.toLowerCase().replace(/(.{20})/g, '$1\n')} `)).toEqual(bytes);
    }),
  );
});

it('has one text for each row of bytes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (typed) => {
      const bytes = cardBytes(`TANDEM${typed}`);
      if (bytes) expect(cardText(bytes)).toBe(`TANDEM${typed.replace(/\s/g, '').toUpperCase()}`);
    }),
  );
});

it.each(['', 'TANDE', 'https://example.org', 'TANDEMÄ', 'TANDEM0Y', 'TANDEM1', '0TANDEM00'])(
  'takes %j for no card',
  (typed) => {
    expect(cardBytes(typed)).toBeNull();
  },
);

it('knows a card that was not typed to its end from what is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(60), (bytes, cut) => {
      expect(
        beginsLikeCard(
          ` ${cardText(bytes)
            .slice(0, 6 + cut)
            .toLowerCase()}`,
        ),
      ).toBe(true);
    }),
  );
  expect(beginsLikeCard('https://example.org')).toBe(false);
});
