import { describe, expect, test } from 'vitest';
import { AgeBroken, ageDecrypt, ageEncrypt, ageKindOf, generateAgeIdentity, recipientOf } from './age.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe.each(['hybrid', 'x25519'] as const)('age, %s', (kind) => {
  test('any of the recipients opens it, nobody else does', async () => {
    const [one, two, stranger] = [
      await generateAgeIdentity(kind),
      await generateAgeIdentity(kind),
      await generateAgeIdentity(kind),
    ];
    expect(ageKindOf(one.recipient)).toBe(kind);
    expect(await recipientOf(one.identity)).toBe(one.recipient);
    const file = await ageEncrypt(utf8('Bericht'), [one.recipient, two.recipient]);
    for (const reader of [one, two]) {
      expect(await ageDecrypt(file, [stranger.identity, reader.identity])).toEqual(utf8('Bericht'));
    }
    await expect(ageDecrypt(file, [stranger.identity])).rejects.toMatchObject({ reason: 'not-a-recipient' });
  });

  test('an altered, cut or extended file gives nothing', async () => {
    const { identity, recipient } = await generateAgeIdentity(kind);
    const file = await ageEncrypt(utf8('Bericht'), [recipient]);
    const extended = Uint8Array.from([...file, 0]);
    const flipped = Uint8Array.from(file);
    flipped[flipped.length - 1]! ^= 1;
    for (const broken of [extended, flipped, file.subarray(0, file.length - 1), file.subarray(0, 10), utf8('')]) {
      const failure = ageDecrypt(broken, [identity]);
      await expect(failure).rejects.toThrow(AgeBroken);
      await expect(failure).rejects.toMatchObject({ reason: 'damaged' });
    }
  });
});

test('recipients of two sorts, of none, or of a sort that we do not use are refused', async () => {
  const hybrid = await generateAgeIdentity('hybrid');
  const x25519 = await generateAgeIdentity('x25519');
  const cases = [
    [],
    [hybrid.recipient, x25519.recipient],
    ['age1'],
    [x25519.recipient.toUpperCase()],
    [x25519.identity],
  ];
  for (const recipients of cases) {
    await expect(ageEncrypt(utf8('x'), recipients)).rejects.toThrow(TypeError);
  }
  expect(ageKindOf('age1tag1qwq')).toBeNull();
});
