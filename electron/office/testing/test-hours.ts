import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import type { AppointmentDraft } from '../appointments/book.ts';
import { addSeries, type SeriesFields } from '../appointments/write-hours.ts';
import type { TestOffice } from './test-office.ts';

/** Mondays from nine to twelve by appointment, for all languages, by the city's counsellor. */
export function newSeries(office: TestOffice, fields: Partial<SeriesFields> = {}): { id: string; revision: number } {
  const who = office.who.lead;
  return office.write(who, 'appointments.addSeries', (tx) =>
    addSeries(
      tx,
      {
        weekday: 1,
        everyWeeks: 1,
        from: '09:00',
        to: '12:00',
        kind: 'by-appointment',
        place: 'office',
        outpostId: null,
        languages: null,
        topics: null,
        staffIds: [office.who.city.staffId],
        slotMinutes: 30,
        validFrom: '2026-01-01',
        validUntil: null,
        ...fields,
      },
      who.staffId,
    ),
  );
}

/** A talk in the office on the Monday after the test office's day, with its city counsellor. */
export function aDraft(office: TestOffice, draft: Partial<AppointmentDraft> = {}): AppointmentDraft {
  return {
    kind: 'talk',
    day: '2026-11-30',
    from: '09:00',
    minutes: 30,
    place: 'office',
    outpostId: null,
    travelMinutes: 0,
    language: 'ar',
    topics: ['kita'],
    staffIds: [office.who.city.staffId],
    personIds: [],
    seats: 1,
    unnamed: 1,
    interpreterId: null,
    partnerId: null,
    reach: '',
    note: '',
    requestedOn: null,
    despiteWarnings: false,
    ...draft,
  };
}

/** `aDraft` as the contract takes it. */
export function appointmentFields(office: TestOffice, fields: Partial<AppointmentFields> = {}): AppointmentFields {
  const { topics, staffIds, personIds, ...rest } = aDraft(office);
  return { ...rest, topics: [...topics], staffIds: [...staffIds], personIds: [...personIds], ...fields };
}
