import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';

export interface DayOfSlots {
  day: LocalDate;
  slots: Slot[];
}

/**
 * Free slots by day, in their order. The last day is left out when it may be cut off in its middle (as many came as were
 * asked for) and there is another: half a day would look like a full one.
 */
export function slotsByDay(slots: readonly Slot[], askedFor: number): DayOfSlots[] {
  const days = [...Map.groupBy(slots, ({ day }) => day)].map(([day, ofDay]) => ({ day, slots: ofDay }));
  return slots.length >= askedFor && days.length > 1 ? days.slice(0, -1) : days;
}
