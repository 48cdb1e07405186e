import { z } from 'zod';
import { CatalogueVersion } from '../catalogues/catalogues.contract.ts';
import { LocalDate, LocalTime } from '../kernel/instants.ts';
import { procedure } from '../procedure.ts';
import { PREFILLED_FIELDS } from './statistics.rules.ts';

/** Minutes; null where fewer than five people stand behind them. */
const Minutes = z.number().nullable();
const Count = z.int().min(0);
/** A share from 0 to 1; null where fewer than five people stand behind it. */
const Share = z.number().min(0).max(1).nullable();
const Counted = z.strictObject({ id: z.string(), count: Count });
const Unmet = { turnedAway: Count, gaveUp: Count };

export const Statistics = z.strictObject({
  from: LocalDate,
  to: LocalDate,
  /** The catalogue that it was counted with. */
  catalogue: CatalogueVersion,
  /** From the arrival, of an appointment from its time, to the first call. */
  waiting: z.strictObject({
    tickets: Count,
    medianMinutes: Minutes,
    ninthTenthMinutes: Minutes,
    /** By half hour of arrival, only those in which somebody came. */
    byTime: z.array(
      z.strictObject({ from: LocalTime, tickets: Count, medianMinutes: Minutes, ninthTenthMinutes: Minutes }),
    ),
  }),
  /** Finished talks; one can have several topics. */
  contacts: z.strictObject({
    total: Count,
    /** By central topic, with what this office added within. */
    byTopic: z.array(Counted.extend({ within: z.array(Counted) })),
    byLanguage: z.array(Counted),
    /** What was filled in by itself: how often, and how often nobody has touched it. */
    prefilled: z.array(z.strictObject({ field: z.enum(PREFILLED_FIELDS), count: Count, untouched: Count })),
  }),
  /** Of the tickets that were promised a range and called: how many were called within it. */
  promises: z.strictObject({
    tickets: Count,
    heldShare: Share,
    meanWidthMinutes: Minutes,
    byLanguage: z.array(z.strictObject({ id: z.string(), tickets: Count, heldShare: Share })),
  }),
  /** Calls of tickets that went first, by their reason. */
  priority: z.strictObject({ calls: Count, byReason: z.array(Counted) }),
  /** Who came and was not served. */
  unmet: z.strictObject({
    ...Unmet,
    byHour: z.array(z.strictObject({ hour: z.int(), ...Unmet })),
    /** By topic, language and half of the day, the most frequent first; a count below five is null. */
    gaps: z.array(
      z.strictObject({
        topic: z.string().nullable(),
        language: z.string(),
        part: z.enum(['morning', 'afternoon']),
        count: Count.nullable(),
      }),
    ),
  }),
});
export type Statistics = z.infer<typeof Statistics>;

const MOST_DAYS = 400;

export const statisticsContract = {
  /** Figures of a span of days, both included, at most 400; nobody is named in them. */
  overview: procedure({
    access: { right: 'statistics.read', from: ['desk'] },
    input: z
      .strictObject({ from: LocalDate, to: LocalDate })
      .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= MOST_DAYS * 86_400_000, {
        path: ['to'],
      }),
    output: Statistics,
    errors: {},
  }),
};
