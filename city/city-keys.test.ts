import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeBundleFiles } from '../shared/node/bundle/bundle-files.ts';
import { ageKindOf, recipientOf } from '../shared/node/crypto/age.ts';
import { fingerprintOf, generateSigningKey } from '../shared/node/crypto.ts';
import { sampleBundle, sampleOffice } from '../tests/property/bundle/sample-bundle.ts';
import { enrollOffice, initCity, listEnrolledOffices, loadCityKeys } from './city-keys.ts';
import { openBundleFile } from './open-bundle.ts';

let keys = '';
beforeEach(async () => {
  keys = join(await mkdtemp(join(tmpdir(), 'city-keys-')), 'keys');
});
afterEach(async () => {
  await rm(join(keys, '..'), { recursive: true });
});

describe('the keys of a city', () => {
  test.each(['hybrid', 'x25519'] as const)('%s: made once, never overwritten, secret to others', async (recipient) => {
    const made = await initCity({ keys, recipient });
    expect(ageKindOf(made.recipient)).toBe(recipient);
    const loaded = await loadCityKeys(keys);
    expect(await Promise.all(loaded.identities.map(recipientOf))).toEqual([made.recipient]);
    expect(loaded.fingerprints).toEqual([made.recipientFingerprint]);
    expect(made.receiptFingerprint).toBe(fingerprintOf(await readFile(join(keys, 'receipt.pub.pem'), 'utf8')));
    for (const secret of ['city.identity', 'receipt.key.pem'])
      expect((await stat(join(keys, secret))).mode & 0o777).toBe(0o600);
    expect((await stat(keys)).mode & 0o777).toBe(0o700);

    const before = await readFile(join(keys, 'city.identity'), 'utf8');
    await expect(initCity({ keys, recipient })).rejects.toThrow(/nothing was changed/);
    expect(await readFile(join(keys, 'city.identity'), 'utf8')).toBe(before);
  });

  test('several identities may stand in the file, as after a change of keys; anything else is named', async () => {
    await expect(loadCityKeys(keys)).rejects.toThrow(/`init` makes/);
    await initCity({ keys, recipient: 'x25519' });
    const older = await readFile(join(keys, 'city.identity'), 'utf8');
    await rm(join(keys, 'city.identity'));
    await rm(join(keys, 'receipt.key.pem'));
    await initCity({ keys, recipient: 'x25519' });
    await writeFile(join(keys, 'city.identity'), `${await readFile(join(keys, 'city.identity'), 'utf8')}\r\n${older}`);
    expect((await loadCityKeys(keys)).identities).toHaveLength(2);
    await writeFile(join(keys, 'city.identity'), `${older}not an identity\n`);
    await expect(loadCityKeys(keys)).rejects.toThrow(/no age identity file/);
  });

  test('an office is enrolled by a public key under a proper id, nothing else', async () => {
    await initCity({ keys, recipient: 'x25519' });
    const { publicKeyPem, privateKeyPem } = generateSigningKey();
    expect(await enrollOffice({ keys, office: 'mengede', publicKeyPem })).toEqual({
      fingerprint: fingerprintOf(publicKeyPem),
    });
    expect(await listEnrolledOffices(keys)).toEqual(new Map([['mengede', publicKeyPem]]));
    for (const wrong of [
      { publicKeyPem: privateKeyPem },
      { publicKeyPem: 'x' },
      { office: '../x' },
      { office: '' },
      { office: 'Mengede' },
    ]) {
      await expect(enrollOffice({ keys, office: 'eving', publicKeyPem, ...wrong })).rejects.toThrow(
        /no Ed25519 public key|not an office id/,
      );
    }
    expect([...(await listEnrolledOffices(keys)).keys()]).toEqual(['mengede']);
  });
});

test('a bundle can be looked into without loading it, and it is said whether its office signed it', async () => {
  const { recipient } = await initCity({ keys, recipient: 'x25519' });
  const office = sampleOffice('mengede');
  const bundle = await sampleBundle({ office, recipients: [recipient], sequence: 1 });
  const inbox = join(keys, '..');
  await writeBundleFiles(inbox, bundle.name, bundle.age, bundle.note);
  const file = join(inbox, `${bundle.name}.age`);
  expect((await openBundleFile({ file, keys })).refusedAs).toBe('not-enrolled');
  await enrollOffice({ keys, office: office.id, publicKeyPem: office.publicKeyPem });
  expect((await openBundleFile({ file, keys })).refusedAs).toBeNull();
  // As the quarantine names its copies.
  await writeFile(join(inbox, `${bundle.name}.0123456789ab.age`), bundle.age);
  await writeFile(join(inbox, `${bundle.name}.0123456789ab.note`), bundle.note);
  expect((await openBundleFile({ file: join(inbox, `${bundle.name}.0123456789ab.age`), keys })).refusedAs).toBeNull();
  await rm(join(inbox, `${bundle.name}.note`));
  const opened = await openBundleFile({ file, keys, out: join(inbox, 'out') });
  expect(opened.refusedAs).toBe('note-unreadable');
  expect(await readFile(join(inbox, 'out', 'data', 'contact.ndjson'), 'utf8')).toContain('"language":"ar"');
  await expect(openBundleFile({ file: join(inbox, 'nowhere.age'), keys })).rejects.toThrow(/can't be read/);
});
