import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

// Made with the office's own fingerprintOf (shared/node/crypto.ts).
const PEM =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA0000000000000000000000000000000000000000000=\n-----END PUBLIC KEY-----\n';

test.each([
  ['age1examplerecipient', '73856 89075 83573 99715 22482 07916'],
  [PEM, '71332 20520 95996 62963 50311 54155'],
  ['ü', '95890 54664 07565 44064 60392 52030'],
])('the screen and the office write the same fingerprint', async (publicText, fingerprint) => {
  expect(await fingerprintOf(publicText)).toBe(fingerprint);
});

test('other line endings make no other fingerprint', async () => {
  expect(await fingerprintOf(PEM.replaceAll('\n', '\r\n').trim())).toBe(await fingerprintOf(PEM));
});
