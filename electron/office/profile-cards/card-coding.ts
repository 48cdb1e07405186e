import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import {
  CARD_FIELDS,
  CARD_VALUES,
  type CardContent,
  type CardField,
} from '../../../shared/profile-cards/card-content.ts';

/** The bytes under the seal are no content of a card. */
export class CardUnreadable extends Error {
  override name = 'CardUnreadable';
}

/** One letter for each field, never given to another one. */
const LETTER_OF = {
  name: 'n',
  documentName: 'd',
  ownScriptName: 's',
  spokenName: 'p',
  birth: 'b',
  spoken: 'l',
  understood: 'u',
  read: 'r',
  phone: 't',
  district: 'q',
  householdSize: 'h',
  topics: 'm',
} as const satisfies Record<CardField, string>;

/** The office's name, and each field by its letter: its value, then the day of the last check unless nobody knows it. */
const Written = z.strictObject({ o: z.string(), f: z.record(z.string(), z.array(z.unknown()).min(1).max(2)) });

/** The length must not tell how much stands on a card: it goes in steps. */
const STEP_BYTES = 32;
/** What a card holds unpacked; more is no card of ours but something that swells. */
const MOST_UNPACKED_BYTES = 16 * 1024;

const FIRST_DAY = Date.parse('2020-01-01T00:00:00Z');
const DAY_MS = 86_400_000;

/** A local date as the number of days since 2020 began, and back. */
export const dayNumber = (day: LocalDate): number => Math.round((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS);
export const dayOfNumber = (number: number): LocalDate =>
  new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, 10);

/** A card's content as few bytes: packed JSON with its length before it, filled up with zeros. */
export function packContent({ officeName, values, days }: CardContent): Uint8Array {
  const fields = CARD_FIELDS.filter((field) => values[field] !== undefined).map((field) => {
    const day = days[field];
    return [LETTER_OF[field], day === undefined ? [values[field]] : [values[field], dayNumber(day)]] as const;
  });
  const written: z.infer<typeof Written> = { o: officeName, f: Object.fromEntries(fields) };
  const packed = deflateRawSync(Buffer.from(JSON.stringify(written), 'utf8'), { level: 9 });
  const bytes = new Uint8Array(Math.ceil((packed.length + 2) / STEP_BYTES) * STEP_BYTES);
  new DataView(bytes.buffer).setUint16(0, packed.length);
  bytes.set(packed, 2);
  return bytes;
}

/**
 * What {@link packContent} wrote. A field that this program does not know, or whose value it does not take, is left out and
 * counted: the card may come from a newer one. Throws CardUnreadable for anything else.
 */
export function unpackContent(bytes: Uint8Array): { content: CardContent; leftOut: number } {
  const { o: officeName, f: fields } = writtenIn(bytes);
  const values: Partial<Record<CardField, unknown>> = {};
  const days: CardContent['days'] = {};
  for (const field of CARD_FIELDS) {
    const [value, day] = fields[LETTER_OF[field]] ?? [];
    const parsed = CARD_VALUES[field].safeParse(value);
    if (!parsed.success) continue;
    values[field] = parsed.data;
    if (isDayNumber(day)) days[field] = dayOfNumber(day);
  }
  return {
    // Each value was parsed by the schema of its field.
    content: { officeName, values: values as CardContent['values'], days },
    leftOut: Object.keys(fields).length - Object.keys(values).length,
  };
}

function writtenIn(bytes: Uint8Array): z.infer<typeof Written> {
  const length = bytes.length < 2 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint16(0);
  if (length === 0 || length + 2 > bytes.length) throw new CardUnreadable();
  try {
    // Security: bounded, so that a few bytes can't swell to fill the memory.
    const unpacked = inflateRawSync(bytes.subarray(2, 2 + length), { maxOutputLength: MOST_UNPACKED_BYTES });
    return Written.parse(JSON.parse(unpacked.toString('utf8')));
  } catch {
    throw new CardUnreadable();
  }
}

function isDayNumber(day: unknown): day is number {
  return typeof day === 'number' && Number.isInteger(day) && day >= 0 && day < 65_536;
}
