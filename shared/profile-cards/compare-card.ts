import type { LocalDate } from '../kernel/instants.ts';
import { CARD_FIELDS, type CardContent, type CardDays, type CardField, type CardValues } from './card-content.ts';

/** A field of a card beside what this office has. Topics are never taken over. */
export interface ComparedField {
  field: Exclude<CardField, 'topics'>;
  state: 'missing-here' | 'same' | 'differs';
  cardDay: LocalDate | null;
  hereDay: LocalDate | null;
  /** Whether taking it over changes anything. */
  takeable: boolean;
  /** Whether it is proposed: it is missing here, or was found right later than here. The desk decides. */
  proposed: boolean;
}

/** What stands on a card, field by field, beside a person of this office; beside nobody all of it is missing here. */
export function compareCard(
  { values, days }: Pick<CardContent, 'values' | 'days'>,
  here: { values: CardValues; days: CardDays },
): ComparedField[] {
  return CARD_FIELDS.flatMap((field) => {
    if (field === 'topics' || values[field] === undefined) return [];
    const cardDay = days[field] ?? null;
    const hereDay = here.days[field] ?? null;
    const state =
      here.values[field] === undefined
        ? 'missing-here'
        : isSame(values[field], here.values[field])
          ? 'same'
          : 'differs';
    const newer = cardDay !== null && (hereDay === null || cardDay > hereDay);
    return [
      {
        field,
        state,
        cardDay,
        hereDay,
        takeable: state !== 'same' || newer,
        proposed: state === 'missing-here' || newer,
      },
    ];
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** An object's entries in one order: how it was written does not matter. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
