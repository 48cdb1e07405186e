import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue, districts } from '../../../shared/catalogue/catalogue.ts';
import { randomKey, SealBroken, seal } from '../../../shared/node/crypto.ts';
import { CARD_TOPICS, type CardContent, CardValues } from '../../../shared/profile-cards/card-content.ts';
import { CardUnreadable, packContent, unpackContent } from './card-coding.ts';
import { isGenuine, readCard, type SealedCard, sealCard, unsealCard } from './seal-card.ts';

const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const localDay = day.map((date) => date.toISOString().slice(0, 10));
const languages = fc.constantFrom(...catalogue.languages.map(({ id }) => id));

/** Any content that the schemas take, as they store it. */
const contents: fc.Arbitrary<CardContent> = fc
  .record({
    officeName: names,
    values: fc.record(
      {
        name: fc.record({ givenName: names, familyName: names, familyFirst: fc.boolean() }),
        documentName: names,
        ownScriptName: names,
        spokenName: names,
        birth: fc.record({ bornOn: localDay, birthPrecision: fc.constantFrom('day' as const, 'year' as const) }),
        spoken: languages,
        understood: languages,
        read: fc.constantFrom('ar', 'none'),
        phone: names,
        district: fc.constantFrom(...Object.keys(districts)),
        householdSize: fc.integer({ min: 1, max: 20 }),
        topics: fc.subarray([...CARD_TOPICS], { minLength: 1, maxLength: 8 }),
      },
      { requiredKeys: [] },
    ),
    days: fc.record({ name: localDay, phone: localDay }, { requiredKeys: [] }),
  })
  .map(({ officeName, values, days }) => ({ officeName, days, values: CardValues.safeParse(values).data ?? {} }))
  // A day stands with its value.
  .map((content) => ({
    ...content,
    days: Object.fromEntries(Object.entries(content.days).filter(([field]) => Object.hasOwn(content.values, field))),
  }));

const CONTENT: CardContent = {
  officeName: 'lokal willkommen Test',
  values: {
    name: { givenName: 'Amal', familyName: 'Haddad', familyFirst: false },
    ownScriptName: 'أمل حداد',
    birth: { bornOn: '1990-01-01', birthPrecision: 'year' },
    topics: ['kita'],
  },
  days: { name: '2026-11-23' },
};
const TERM = { pin: '471093', issuedOn: '2026-11-23', validUntil: '2027-11-23' };
const key = { secret: randomKey() };
let card: SealedCard;
beforeAll(async () => {
  card = await sealCard(CONTENT, key, TERM);
});

describe('the content of a card', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const bytes = packContent(content);
        expect(bytes.length % 32).toBe(0);
        expect(unpackContent(bytes)).toEqual({ content, leftOut: 0 });
      }),
    );
  });

  it('leaves out and counts what a newer program wrote, and takes nothing else for a content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => unpackContent(bytes)).toThrow(CardUnreadable);
      }),
    );
    const newer = { ...CONTENT, values: { ...CONTENT.values, spoken: 'xx', topics: ['residence'] } };
    // A language and a topic that this program does not take.
    const { content, leftOut } = unpackContent(packContent(newer));
    expect(leftOut).toBe(2);
    expect(Object.keys(content.values)).toEqual(['name', 'ownScriptName', 'birth']);
  });

  it('does not swell: what unpacks to more than a card is refused', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const swelling = deflateRawSync(Buffer.from(JSON.stringify({ o: 'x'.repeat(5_000_000), f: {} })));
    const bytes = new Uint8Array(2 + swelling.length);
    new DataView(bytes.buffer).setUint16(0, swelling.length);
    bytes.set(swelling, 2);
    expect(() => unpackContent(bytes)).toThrow(CardUnreadable);
  });
});

describe('a sealed card', () => {
  it('opens with its key and its PIN', async () => {
    expect(card.head).toMatchObject({ issuedOn: '2026-11-23', validUntil: '2027-11-23' });
    expect(readCard(card.bytes)).toEqual(card);
    expect(isGenuine(card, key)).toBe(true);
    expect(await unsealCard(card, key, TERM.pin)).toEqual({ content: CONTENT, leftOut: 0 });
  });

  it('does not open with another PIN, nor with the PIN and another key', async () => {
    await expect(unsealCard(card, key, '471094')).rejects.toThrow(SealBroken);
    await expect(unsealCard(card, { secret: randomKey() }, TERM.pin)).rejects.toThrow(SealBroken);
    expect(isGenuine(card, { secret: randomKey() })).toBe(false);
  });

  it('shows every altered, missing or added byte before a PIN is asked for', () => {
    const fails = (bytes: Uint8Array) => {
      const read = readCard(bytes);
      return typeof read === 'string' || !isGenuine(read, key);
    };
    fc.assert(
      fc.property(fc.nat(card.bytes.length * 8 - 1), (bit) => {
        const altered = Uint8Array.from(card.bytes);
        altered[bit >> 3]! ^= 1 << (bit & 7);
        expect(fails(altered)).toBe(true);
      }),
    );
    for (let length = 0; length < card.bytes.length; length += 1)
      expect(fails(card.bytes.subarray(0, length))).toBe(true);
    expect(fails(new Uint8Array([...card.bytes, 0]))).toBe(true);
  });

  it('is no longer opened when its days were altered, even by somebody who holds the network’s key', async () => {
    const altered = Uint8Array.from(card.bytes);
    altered[24]! += 1;
    await expect(unsealCard({ ...card, bytes: altered }, key, TERM.pin)).rejects.toThrow(SealBroken);
  });

  it('hides nothing readable: no name in its bytes, and no two cards alike', async () => {
    expect(Buffer.from(card.bytes).includes('Haddad')).toBe(false);
    const again = await sealCard(CONTENT, key, TERM);
    expect(again.head.serial).not.toBe(card.head.serial);
  });

  it('takes bytes of another version for one, and a foreign seal for no card', () => {
    expect(readCard(new Uint8Array([2, ...card.bytes.subarray(1)]))).toBe('card-of-other-version');
    expect(readCard(new Uint8Array(0))).toBe('not-a-card');
    expect(readCard(Uint8Array.of(1, ...seal(randomKey(), new Uint8Array(4), '')))).toBe('not-a-card');
  });
});
