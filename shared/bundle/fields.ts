import { z } from 'zod';

/**
 * The field types of exported records. There is no free text among them: ids of catalogues, closed lists, dates and small
 * whole numbers only, so that no name can leave by mistake. The closed lists in records/ are the format's own, also where
 * they read like a contract's: a list of the screens may grow, one of the format only with a new version of the report.
 */

/**
 * An id of a catalogue (topic, language, obstacle, district …). It begins with a letter, so that no date or telephone
 * number passes for one.
 */
export const CatalogueId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/**
 * An id that tells nothing: a UUID of version 4 (random) or 8 (derived). Security: versions 1, 6 and 7 are refused,
 * because they carry the time of making to the millisecond, and no time finer than the hour leaves the office.
 */
export const OpaqueId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** A local calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** The local hour in which something began; nothing finer leaves the office. */
export const Hour = z.int().min(0).max(23);

/** A duration in whole minutes, up to a day. */
export const Minutes = z.int().min(0).max(1440);

/** Topics touched, each once at most by convention of the office; the order has no meaning. */
export const Topics = z.array(CatalogueId).max(40);

/** @returns the catalogue id of a district's name: `Hörde` → `hoerde`, `Innenstadt-West` → `innenstadt-west`. */
export function districtId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}
