import type { AppointmentKind } from '../../../shared/appointments/appointment.rules.ts';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import type { Place } from '../../../shared/appointments/consulting-hours.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { ChosenPerson } from '../../people/person-picker.tsx';
import type { BookingStart } from '../appointment-sheets.ts';

/** Who takes part in an appointment. */
export interface WhoComes {
  kind: AppointmentKind;
  people: readonly ChosenPerson[];
  /** How many come whose names are not in the files. */
  unnamed: number;
  /** How many may come to a group. */
  seats: number;
}

/** What is booked, as far as it is no time and no place. */
export interface BookingDraft extends WhoComes {
  language: string | null;
  topics: readonly string[];
  interpreterId: string | null;
  partnerId: string | null;
  reach: string;
  note: string;
}

/** When and where, and with whom of the staff. */
export interface ChosenTime {
  day: LocalDate;
  /** Wall time `HH:MM`. */
  from: string;
  minutes: number;
  place: Place;
  outpostId: string | null;
  staffIds: readonly string[];
  /** Minutes there, and the same back. */
  travelMinutes: number;
}

const GROUP_SEATS = 8;
/** An appointment is about so many topics at most. */
export const MOST_TOPICS = 8;

/** A booking with what is known where it is opened. Nobody has to be named: then one person comes without a name. */
export function draftOf({ language, topics, person }: BookingStart): BookingDraft {
  return {
    kind: 'talk',
    language: language ?? null,
    topics: (topics ?? []).slice(0, MOST_TOPICS),
    people: person ? [person] : [],
    unnamed: person ? 0 : 1,
    seats: GROUP_SEATS,
    interpreterId: null,
    partnerId: null,
    reach: '',
    note: '',
  };
}

/** One more person; whoever came without a name until now has one: the first of a talk, the last who fitted into a group. */
export function withPerson<Draft extends WhoComes>(draft: Draft, person: ChosenPerson): Draft {
  const { kind, people, unnamed, seats } = draft;
  if (people.some(({ id }) => id === person.id)) return draft;
  const isNamedNow = kind === 'talk' ? people.length === 0 : people.length + unnamed >= seats;
  return { ...draft, people: [...people, person], unnamed: isNamedNow ? Math.max(0, unnamed - 1) : unnamed };
}

/** A person less; a talk always has somebody who comes. */
export function withoutPerson<Draft extends WhoComes>(draft: Draft, personId: string): Draft {
  const people = draft.people.filter(({ id }) => id !== personId);
  return { ...draft, people, unnamed: Math.max(draft.unnamed, fewestUnnamed({ kind: draft.kind, people })) };
}

/** How few may come without a name: a talk has somebody who comes. */
export function fewestUnnamed({ kind, people }: Pick<WhoComes, 'kind' | 'people'>): number {
  return kind === 'talk' && people.length === 0 ? 1 : 0;
}

/** Another kind of appointment: nobody takes part in time that is kept free, and a talk has somebody. */
export function ofKind(draft: BookingDraft, kind: AppointmentKind): BookingDraft {
  switch (kind) {
    case 'talk':
      return {
        ...draft,
        kind,
        partnerId: null,
        unnamed: Math.max(draft.unnamed, fewestUnnamed({ kind, people: draft.people })),
      };
    case 'group':
      return { ...draft, kind, partnerId: null, unnamed: draft.kind === 'group' ? draft.unnamed : 0 };
    case 'blocked':
      return { ...draft, kind, people: [], unnamed: 0, topics: [], interpreterId: null, reach: '' };
  }
}

/** How many may come: to a talk those who do, to a group as many as there are seats. */
export function seatsOf({ kind, people, unnamed, seats }: WhoComes): number {
  switch (kind) {
    case 'talk':
      return Math.max(1, people.length + unnamed);
    case 'group':
      return seats;
    case 'blocked':
      return 1;
  }
}

/** The time of a free slot, with the one of the staff who books where they are free, else the first. */
export function timeOf(slot: Slot, travelMinutes: number, myStaffId: string): ChosenTime {
  const { day, from, minutes, place, outpostId, staffIds } = slot;
  const one = staffIds.includes(myStaffId) ? myStaffId : staffIds[0];
  return {
    day,
    from,
    minutes,
    place,
    outpostId,
    staffIds: one === undefined ? [] : [one],
    travelMinutes: place === 'home' ? travelMinutes : 0,
  };
}

/** Whether two times are the same slot, whoever takes it. */
export function isSameSlot(a: Pick<Slot, 'day' | 'from' | 'place' | 'outpostId'>, b: typeof a): boolean {
  return slotKey(a) === slotKey(b);
}

/** What tells a free slot from the others of a list. */
export function slotKey({ day, from, place, outpostId }: Pick<Slot, 'day' | 'from' | 'place' | 'outpostId'>): string {
  return [day, from, place, outpostId ?? ''].join(' ');
}

/** What the office is asked to book. */
export function fieldsOf(draft: BookingDraft, time: ChosenTime, despiteWarnings: boolean): AppointmentFields {
  const { kind, language, topics, people, unnamed, interpreterId, partnerId, reach, note } = draft;
  return {
    kind,
    ...time,
    staffIds: [...time.staffIds],
    language: kind === 'blocked' ? null : language,
    topics: [...topics],
    personIds: people.map(({ id }) => id),
    interpreterId,
    seats: seatsOf(draft),
    unnamed,
    partnerId,
    reach: reach.trim(),
    note: note.trim(),
    requestedOn: null,
    despiteWarnings,
  };
}
