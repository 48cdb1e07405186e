import { describe, expect, test } from 'vitest';
import { generateSigningKey } from '../crypto.ts';
import { BundleRefused } from './bundle-refused.ts';
import { signerOf, signText, verifiedText } from './signed-note.ts';

const key = generateSigningKey();
const other = generateSigningKey();

function codeOf(note: string, name = 'mengede', pem = key.publicKeyPem): string {
  try {
    verifiedText(note, name, pem);
    return 'accepted';
  } catch (error) {
    return error instanceof BundleRefused ? error.code : String(error);
  }
}

describe('signed notes', () => {
  test('agree with the worked example of the specification', () => {
    // The note and the verifier key of https://c2sp.org/signed-note (example), key PeterNeumann.
    const publicKey = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
    const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]).toString('base64')}\n-----END PUBLIC KEY-----\n`;
    expect(signerOf('PeterNeumann', pem)).toBe('PeterNeumann+c74f20a3');
  });

  test('hold for their key, name and text', () => {
    const note = signText('a\nb\n', 'mengede', key.privateKeyPem);
    expect(note).toMatch(/^a\nb\n\n\u2014 mengede [A-Za-z0-9+/]{91}=\n$/);
    expect(verifiedText(note, 'mengede', key.publicKeyPem)).toBe('a\nb\n');
    expect(codeOf(note, 'mengede', other.publicKeyPem)).toBe('wrong-signer');
    expect(codeOf(note, 'huckarde')).toBe('wrong-signer');
    expect(codeOf(note.replace('a\n', 'A\n'))).toBe('bad-signature');
  });

  test('another key under the same name and hash does not sign', () => {
    // Only four bytes of hash stand in the line; the signature itself must fail.
    const forged = signText('a\n', 'mengede', other.privateKeyPem);
    const line = Buffer.from(/ ([A-Za-z0-9+/]+=*)\n$/.exec(forged)?.[1] ?? '', 'base64');
    const hash = Buffer.from(signerOf('mengede', key.publicKeyPem).slice(-8), 'hex');
    const claimed = Buffer.concat([hash, line.subarray(4)]).toString('base64');
    expect(codeOf(`a\n\n\u2014 mengede ${claimed}\n`)).toBe('bad-signature');
  });

  test('no bit of one can change', () => {
    const note = Buffer.from(signText('tandem-bundle/1\noffice mengede\n', 'mengede', key.privateKeyPem), 'utf8');
    for (let bit = 0; bit < note.length * 8; bit += 1) {
      const flipped = new Uint8Array(note);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      let text: string;
      try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(flipped);
      } catch {
        continue;
      }
      expect([bit, codeOf(text)]).not.toEqual([bit, 'accepted']);
    }
  });

  test('nothing may stand before, between or behind', () => {
    const note = signText('a\n', 'mengede', key.privateKeyPem);
    const [text, line] = note.split('\n\n') as [string, string];
    for (const changed of [
      '',
      '\n',
      '\n\n',
      note.slice(0, -1),
      `${note}\n`,
      `${note}${line}`,
      `\n${note}`,
      `${text}\n\n\n${line}`,
      note.replaceAll('\n', '\r\n'),
      `${text}\n\n${line.replace('\u2014', '-')}`,
      `${text}\n\n${line.replace('=', '')}`,
      `${text}\n\n${line.replace('=', 'A=')}`,
      ` ${note}`,
    ]) {
      expect([changed, codeOf(changed)]).not.toEqual([changed, 'accepted']);
    }
  });

  test('a text that could be read in two ways is not signed', () => {
    expect(() => signText('a', 'mengede', key.privateKeyPem)).toThrow(RangeError);
    expect(() => signText('a\n\nb\n', 'mengede', key.privateKeyPem)).toThrow(RangeError);
  });
});
