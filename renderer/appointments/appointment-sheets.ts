import type { Place } from '../../shared/appointments/consulting-hours.rules.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { atSessionEnd } from '../access/session-end.ts';
import type { ChosenPerson } from '../people/person-picker.tsx';
import { sharedState } from '../ui/shared-state.ts';

/** What is known already where a booking is opened. */
export interface BookingStart {
  language?: string | null;
  topics?: readonly string[];
  person?: ChosenPerson | null;
  /** The first day that is looked at; without one: today. */
  from?: LocalDate;
  /** Where it would best be; looked at first, and let go where nothing is free there. */
  place?: Place | null;
  /** Runs once it is booked. */
  onBooked?: (appointmentId: string) => void;
  /** Goes back at once when it is booked, to where the appointment is shown and printed. */
  returns?: boolean;
}

/** The sheets of appointments, over whatever screen is open; at most one at a time. */
type AppointmentSheet = { sheet: 'booking'; start: BookingStart } | { sheet: 'appointment'; appointmentId: string };

const opened = sharedState<AppointmentSheet | null>(null);

/** Opens the booking, from the talk, the line, a person's page or the week. */
export function openBooking(start: BookingStart): void {
  opened.set({ sheet: 'booking', start });
}

/** Opens what is known of one appointment. */
export function openAppointment(appointmentId: string): void {
  opened.set({ sheet: 'appointment', appointmentId });
}

/** Closes whichever sheet is open. */
export function closeAppointmentSheet(): void {
  opened.set(null);
}

/** The sheet that is open; null: none. */
export function useAppointmentSheet(): AppointmentSheet | null {
  return opened.use();
}

atSessionEnd(closeAppointmentSheet);
