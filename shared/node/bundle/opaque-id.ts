import type { ReportRecord } from '../../bundle/records/report-records.ts';
import { hmacSha256 } from '../crypto.ts';

/**
 * The token under which a person is known in reports: HMAC-SHA-256(key of the office for the programme period, person id),
 * cut to the 122 bits that a UUID of version 8 holds. The same person keeps one token through a programme; another
 * office, or another programme, has another.
 *
 * @param programmeKey 32 bytes; one for each office and programme period.
 */
export function personToken(programmeKey: Uint8Array, personId: string): string {
  return uuidOf(hmacSha256(programmeKey, personId));
}

/**
 * The id of an exported row. Security: the row's own id is a UUIDv7 and tells the time of its making to the millisecond;
 * what leaves has no time finer than the hour.
 *
 * @param idKey 32 bytes; the office's key for this purpose alone. The same row keeps its id, so that a later change or
 *   deletion finds it.
 */
export function exportedId(idKey: Uint8Array, record: Exclude<ReportRecord, 'person'>, id: string): string {
  return uuidOf(hmacSha256(idKey, `${record} ${id}`));
}

/** The first 128 bits as a UUID of version 8 (RFC 9562, 5.8): six of them give way to version and variant. */
function uuidOf(digest: Uint8Array): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
