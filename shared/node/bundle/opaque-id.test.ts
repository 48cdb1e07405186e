import { expect, test } from 'vitest';
import { OpaqueId } from '../../bundle/fields.ts';
import { randomKey } from '../crypto.ts';
import { exportedId, personToken } from './opaque-id.ts';

const person = '018f3b2c-7a5e-7c4d-8f1e-2b3c4d5e6f70';

test('a token is the same for the same person and programme, and another otherwise', () => {
  const [one, two] = [randomKey(), randomKey()];
  expect(OpaqueId.safeParse(personToken(one, person)).success).toBe(true);
  expect(personToken(one, person)).toBe(personToken(one, person));
  expect(personToken(two, person)).not.toBe(personToken(one, person));
  expect(personToken(one, person.replace('0', '1'))).not.toBe(personToken(one, person));
});

test('a token is HMAC-SHA-256 cut to a UUID of version 8', () => {
  // printf '%s' 018f3b2c-7a5e-7c4d-8f1e-2b3c4d5e6f70 | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00 (32 bytes)
  expect(personToken(new Uint8Array(32), person)).toBe('cabd1d5b-08c8-86e1-ba16-62a5b7e2bad7');
});

test("the id of an exported row shares nothing with the row's own and differs by record", () => {
  const key = randomKey();
  const exported = exportedId(key, 'contact', person);
  expect(OpaqueId.safeParse(exported).success).toBe(true);
  expect(exported).not.toContain(person.slice(0, 8));
  expect(exportedId(key, 'wait', person)).not.toBe(exported);
  expect(exportedId(key, 'contact', person)).toBe(exported);
});
