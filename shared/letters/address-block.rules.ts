import { isBlank } from '../kernel/text.ts';
import { wrapLine } from '../languages/text-width.ts';

/** The address zone of DIN 5008 form B: 27.3 mm, six lines of 4.23 mm, 80 mm wide inside the indent of 5 mm. */
export const ADDRESS_LINES = 6;
export const ADDRESS_WIDTH_MM = 80;
export const ADDRESS_SIZE_POINTS = 10;

export interface PostalAddress {
  organisation: string;
  /** A department; blank when there is none. */
  unit: string;
  /** The person's line as `addresseeLine` gives it, or null. */
  person: string | null;
  street: string;
  postalCodeAndTown: string;
  /** The country's German name; blank within Germany. */
  country: string;
}

const GERMANY = /^(?:deutschland|germany|de|d|bundesrepublik deutschland|brd)$/i;

/**
 * The lines of the address zone: no blank line, at most six, no `D-` before the postal code, the country in capitals
 * last and only abroad (DIN 5008:2020). Long lines are broken to fit. When that makes more than six, the street and the
 * town stay (without them the letter does not arrive) and department, then person, then the rest of a long name go.
 */
export function addressBlock(address: PostalAddress): string[] {
  const wrapped = (line: string) =>
    isBlank(line) ? [] : wrapLine(line.trim().replace(/\s+/g, ' '), ADDRESS_SIZE_POINTS, ADDRESS_WIDTH_MM);
  const country = address.country.trim();
  const delivery = [
    ...wrapped(address.street),
    ...wrapped(address.postalCodeAndTown.replace(/^\s*D\s*-\s*(?=\d{5})/i, '')),
    ...wrapped(GERMANY.test(country) ? '' : country.toLocaleUpperCase('de')),
  ];
  const organisation = wrapped(address.organisation);
  const unit = wrapped(address.unit);
  const person = wrapped(address.person ?? '');
  const room = Math.max(1, ADDRESS_LINES - delivery.length);
  const candidates = [[...organisation, ...unit, ...person], [...organisation, ...person], organisation];
  const names = candidates.find((lines) => lines.length <= room) ?? organisation.slice(0, room);
  return [...names, ...delivery].slice(0, ADDRESS_LINES);
}
