import type { Place } from '../../shared/appointments/consulting-hours.rules.ts';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import type { BookingStart } from '../appointments/appointment-sheets.ts';

/** Who was called is called again; who came or wrote may come or be visited. */
const PLACE_OF: Readonly<Record<ContactView['medium'], Place | null>> = {
  'in-person': null,
  phone: 'phone',
  video: 'video',
  letter: null,
};

/** Another talk after this one: for the same person or somebody without a name, of the same matter, in the same language. */
export function bookingAfter({ spoken, topics, person, medium }: ContactView): BookingStart {
  return { language: spoken, topics: topics.map(({ topic }) => topic), person, place: PLACE_OF[medium] };
}
