import { type BundleNote, formatBundleNote, parseBundleNote } from '../../bundle/bundle-note.ts';
import { formatReceipt, parseReceipt, type Receipt } from '../../bundle/receipt.ts';
import { BundleRefused } from './bundle-refused.ts';
import { signText, verifiedText } from './signed-note.ts';

/** The key name under which the city signs its receipts. */
export const CITY_KEY_NAME = 'tandem-city';

/** @returns the text of the `.note` file, signed with the office's key; the key's name is the office's id. */
export function signNote(note: BundleNote, privateKeyPem: string): string {
  return signText(formatBundleNote(note), note.office, privateKeyPem);
}

/**
 * Reads a `.note` file and checks that this office's enrolled key signed it.
 *
 * @throws BundleRefused `note-unreadable`, `wrong-signer`, `bad-signature`, or `name-mismatch` if the signed text names
 *   another office than the key.
 */
export function verifyNote(noteText: string, office: string, publicKeyPem: string): BundleNote {
  const note = parseBundleNote(verifiedText(noteText, office, publicKeyPem));
  if (note === null) throw new BundleRefused('note-unreadable');
  if (note.office !== office) throw new BundleRefused('name-mismatch');
  return note;
}

/** @returns the text of the `.receipt` file, signed with the city's receipt key. */
export function signReceipt(receipt: Receipt, privateKeyPem: string): string {
  return signText(formatReceipt(receipt), CITY_KEY_NAME, privateKeyPem);
}

/** Reads a `.receipt` file and checks the city's signature. @throws BundleRefused as {@link verifyNote} does. */
export function verifyReceipt(receiptText: string, publicKeyPem: string): Receipt {
  const receipt = parseReceipt(verifiedText(receiptText, CITY_KEY_NAME, publicKeyPem));
  if (receipt === null) throw new BundleRefused('note-unreadable');
  return receipt;
}
