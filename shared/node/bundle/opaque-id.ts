import type { ReportRecord } from '../../bundle/records/report-records.ts';
import { hmacSha256Under } from '../crypto.ts';

/**
 * The token under which a person is known in reports: HMAC-SHA-256(key of the office for the programme period, person id),
 * cut to the 122 bits that a UUID of version 8 holds. The same person keeps one token through a programme; another
 * office, or another programme, has another.
 *
 * @param programmeKey 32 bytes; one for each office and programme period.
 */
export function personToken(programmeKey: Uint8Array, personId: string): string {
  return personTokens(programmeKey)(personId);
}

/** {@link personToken} for many people. */
export function personTokens(programmeKey: Uint8Array): (personId: string) => string {
  const hmac = hmacSha256Under(programmeKey);
  return (personId) => uuidOf(hmac(personId));
}

/**
 * The id of an exported row. Security: the row's own id is a UUIDv7 and tells the time of its making to the millisecond;
 * what leaves has no time finer than the hour.
 *
 * @param idKey 32 bytes; the office's key for this purpose alone. The same row keeps its id, so that a later change or
 *   deletion finds it.
 */
export function exportedId(idKey: Uint8Array, record: Exclude<ReportRecord, 'person'>, id: string): string {
  return exportedIds(idKey)(record, id);
}

/** {@link exportedId} for many rows. */
export function exportedIds(idKey: Uint8Array): (record: Exclude<ReportRecord, 'person'>, id: string) => string {
  const hmac = hmacSha256Under(idKey);
  return (record, id) => uuidOf(hmac(`${record} ${id}`));
}

/** The first 128 bits as a UUID of version 8 (RFC 9562, 5.8): six of them give way to version and variant. */
function uuidOf(hex: string): string {
  const variant = VARIANT[Number.parseInt(hex.charAt(16), 16) % VARIANT.length];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The digits whose first two bits are 10; the digest's other two choose among them. */
const VARIANT = ['8', '9', 'a', 'b'] as const;
