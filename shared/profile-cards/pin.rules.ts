import type { LocalDate } from '../kernel/instants.ts';

export const PIN_DIGITS = 6;
const STEPS = ['0123456789', '9876543210'] as const;

/** Whether a PIN is one that somebody would try first: one or two digits repeated, a row of digits, the day of birth. */
export function isWeakPin(pin: string, bornOn: LocalDate | null): boolean {
  if (new Set(pin).size <= 2) return true;
  if (STEPS.some((row) => row.includes(pin)) || pin.slice(0, 3) === pin.slice(3)) return true;
  return bornOn !== null && birthPins(bornOn).includes(pin);
}

function birthPins(bornOn: LocalDate): string[] {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const short = year.slice(2);
  return [day + month + short, month + day + short, short + month + day, day + year, month + year, year + month];
}
