/** What an appointment is: a talk, a group, or time kept free (for a partner's clients, a meeting, a way). */
export const APPOINTMENT_KINDS = ['talk', 'group', 'blocked'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

export const APPOINTMENT_STATUSES = ['booked', 'arrived', 'seen', 'excused', 'revoked', 'no-show'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** Asked at the next contact, never guessed: it says which form of reminder works. */
export const NO_SHOW_REASONS = [
  'letter-not-understood',
  'moved-away',
  'work',
  'ill',
  'childcare',
  'way',
  'forgotten',
  'settled',
  'other',
] as const;
export type NoShowReason = (typeof NO_SHOW_REASONS)[number];

export const REMINDERS = ['card', 'called'] as const;

/** What happens to an appointment; `undone` takes back the newest that still counts. */
export const APPOINTMENT_EVENTS = [
  'booked',
  'changed',
  'arrived',
  'seen',
  'excused',
  'revoked',
  'no-show',
  'undone',
] as const;
export type AppointmentEventType = (typeof APPOINTMENT_EVENTS)[number];
/** What people do about a booked appointment. */
export type AppointmentAction = 'arrived' | 'seen' | 'excused' | 'revoked' | 'no-show';

const ALLOWED: Readonly<Record<AppointmentStatus, readonly AppointmentAction[]>> = {
  booked: ['arrived', 'seen', 'excused', 'revoked', 'no-show'],
  arrived: ['seen'],
  seen: [],
  excused: [],
  revoked: [],
  'no-show': [],
};

/** Whether an appointment with this status can be acted on so; what is done is undone first. */
export function mayBecome(status: AppointmentStatus, action: AppointmentAction): boolean {
  return ALLOWED[status].includes(action);
}

/** Minutes after its time before an appointment is released to which nobody came (practice of the counters). */
export const RELEASE_AFTER_MINUTES = 15;

/** Whether the desk may release it: nobody came within 15 minutes. `now` and `startsAt` are instants. */
export function mayRelease(startsAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(startsAt) >= RELEASE_AFTER_MINUTES * 60_000;
}

export interface AppointmentEvent<Before> {
  type: AppointmentEventType;
  /** Where it stood before the event. */
  before: Before | null;
}

/** The newest event that still counts, with its place in the list; null when only the booking is left. */
export function undoableEvent<Before>(
  events: readonly AppointmentEvent<Before>[],
): { event: AppointmentEvent<Before>; index: number } | null {
  const counting: { event: AppointmentEvent<Before>; index: number }[] = [];
  for (const [index, event] of events.entries()) {
    if (event.type === 'undone') counting.pop();
    else counting.push({ event, index });
  }
  const last = counting.at(-1);
  return last && last.event.type !== 'booked' ? last : null;
}
