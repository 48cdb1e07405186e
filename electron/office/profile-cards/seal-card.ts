import type { LocalDate } from '../../../shared/kernel/instants.ts';
import {
  deriveKey,
  derivePassphraseKey,
  equalBytes,
  hmacSha256,
  randomBytes,
  seal,
  unseal,
} from '../../../shared/node/crypto.ts';
import type { CardContent } from '../../../shared/profile-cards/card-content.ts';
import { dayNumber, dayOfNumber, packContent, unpackContent } from './card-coding.ts';
import { type CardKey, cardKeyId } from './card-key.ts';

/**
 * A card's bytes, version 1 (docs/decisions/0017):
 *
 *   1 version · 4 key id · 16 salt · 2 issued on · 2 valid until · nonce, ciphertext and tag of the content · 8 mark
 *
 * Days are counted from 2020-01-01, numbers are big-endian. All before the nonce is sealed along with the content. The mark
 * is an HMAC under the network's key: it tells a damaged or invented card before anybody is asked for a PIN.
 */
const VERSION = 1;
const SALT_BYTES = 16;
const HEAD_BYTES = 1 + 4 + SALT_BYTES + 2 + 2;
const MARK_BYTES = 8;
const LEAST_BYTES = HEAD_BYTES + 12 + 16 + MARK_BYTES;

/** Part of version 1: every office must derive the same key from a PIN, whatever its keyring costs. */
const PIN_COST = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const;

/** What a card says without being opened. */
export interface CardHead {
  keyId: string;
  /** 32 hex digits, of this card alone; from them comes the number printed on it. */
  serial: string;
  issuedOn: LocalDate;
  validUntil: LocalDate;
}

/** A card's bytes taken apart. */
export interface SealedCard {
  head: CardHead;
  bytes: Uint8Array;
}

/** Seals a content under the network's key and a PIN. Both are needed to open it. */
export async function sealCard(
  content: CardContent,
  { secret }: CardKey,
  { pin, issuedOn, validUntil }: { pin: string; issuedOn: LocalDate; validUntil: LocalDate },
): Promise<SealedCard> {
  const salt = randomBytes(SALT_BYTES);
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  view.setUint8(0, VERSION);
  head.set(Buffer.from(cardKeyId(secret), 'hex'), 1);
  head.set(salt, 5);
  view.setUint16(5 + SALT_BYTES, dayNumber(issuedOn));
  view.setUint16(7 + SALT_BYTES, dayNumber(validUntil));
  const sealed = seal(await contentKey(secret, pin, salt), packContent(content), sealedAs(head));
  const bytes = new Uint8Array([...head, ...sealed, ...markOf(secret, head, sealed)]);
  return { head: headIn(bytes), bytes };
}

/** Takes a card's bytes apart; the reason why it can't. Nothing is proven yet. */
export function readCard(bytes: Uint8Array): SealedCard | 'not-a-card' | 'card-of-other-version' {
  if (bytes.length === 0) return 'not-a-card';
  if (bytes[0] !== VERSION) return 'card-of-other-version';
  if (bytes.length < LEAST_BYTES) return 'not-a-card';
  return { head: headIn(bytes), bytes };
}

/** Whether an office that holds this key made the card, and nothing of it was altered or misread since. */
export function isGenuine({ bytes }: SealedCard, { secret }: CardKey): boolean {
  const { head, sealed, mark } = partsOf(bytes);
  return equalBytes(mark, markOf(secret, head, sealed));
}

/** Opens a card. Throws SealBroken when the PIN is not its PIN, CardUnreadable when its content is none. */
export async function unsealCard(
  { bytes }: SealedCard,
  { secret }: CardKey,
  pin: string,
): Promise<{ content: CardContent; leftOut: number }> {
  const { head, sealed } = partsOf(bytes);
  const key = await contentKey(secret, pin, head.subarray(5, 5 + SALT_BYTES));
  return unpackContent(unseal(key, sealed, sealedAs(head)));
}

/** From the network's key and the PIN's key together: whoever has only one of them has nothing. */
async function contentKey(secret: Uint8Array, pin: string, salt: Uint8Array): Promise<Uint8Array> {
  const pinKey = await derivePassphraseKey(pin, { salt, ...PIN_COST });
  return deriveKey(new Uint8Array([...secret, ...pinKey]), 'profile-card/1 content');
}

const sealedAs = (head: Uint8Array): string => `profile-card/1:${hex(head)}`;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function markOf(secret: Uint8Array, head: Uint8Array, sealed: Uint8Array): Uint8Array {
  return hmacSha256(deriveKey(secret, 'profile-card/1 mark'), `${hex(head)}:${hex(sealed)}`).subarray(0, MARK_BYTES);
}

function partsOf(bytes: Uint8Array): { head: Uint8Array; sealed: Uint8Array; mark: Uint8Array } {
  return {
    head: bytes.subarray(0, HEAD_BYTES),
    sealed: bytes.subarray(HEAD_BYTES, bytes.length - MARK_BYTES),
    mark: bytes.subarray(bytes.length - MARK_BYTES),
  };
}

function headIn(bytes: Uint8Array): CardHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    keyId: hex(bytes.subarray(1, 5)),
    serial: hex(bytes.subarray(5, 5 + SALT_BYTES)),
    issuedOn: dayOfNumber(view.getUint16(5 + SALT_BYTES)),
    validUntil: dayOfNumber(view.getUint16(7 + SALT_BYTES)),
  };
}
