import { BUNDLE_KINDS, type BundleKind, LAST_EPOCH, LAST_SEQUENCE } from './bundle-format.ts';

/** An office's id: also the first part of its file names and the name of its signing key. */
export const OFFICE_ID_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** What a bundle's file name says. */
export type BundleName = { office: string; kind: BundleKind; epoch: number; sequence: number };

const NAME = new RegExp(`^(.+)-(${BUNDLE_KINDS.join('|')})-e([1-9][0-9]{0,3})-([0-9]{8})$`);

/**
 * `<office>-<kind>-e<epoch>-<sequence, 8 digits>`, without the ending (`.age`, `.note`, `.receipt`).
 *
 * @throws RangeError if a part is outside its bounds.
 */
export function bundleFileName({ office, kind, epoch, sequence }: BundleName): string {
  if (!OFFICE_ID_PATTERN.test(office)) throw new RangeError('not an office id');
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > LAST_EPOCH) throw new RangeError(`epoch ${epoch}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_SEQUENCE)
    throw new RangeError(`sequence ${sequence}`);
  return `${office}-${kind}-e${epoch}-${String(sequence).padStart(8, '0')}`;
}

/** Reads a name without its ending. @returns null if it is not exactly what {@link bundleFileName} writes. */
export function parseBundleFileName(name: string): BundleName | null {
  const [, office, kind, epoch, sequence] = NAME.exec(name) ?? [];
  const known = BUNDLE_KINDS.find((each) => each === kind);
  if (office === undefined || known === undefined || !OFFICE_ID_PATTERN.test(office) || Number(sequence) < 1)
    return null;
  return { office, kind: known, epoch: Number(epoch), sequence: Number(sequence) };
}
