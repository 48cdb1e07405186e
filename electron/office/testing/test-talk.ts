import type { Session } from '../access/session.ts';
import { startTicket } from '../queue/act-on-ticket.ts';
import { checkIn } from '../queue/check-in.ts';
import type { TestOffice } from './test-office.ts';

/** What somebody at the door says, when a test does not care. */
export const AT_THE_DOOR = {
  requestId: '',
  kind: 'walk-in' as const,
  spoken: 'ar',
  understood: null,
  read: null,
  topics: ['kita'],
  personId: null,
  adults: 0,
  children: 0,
  doorNote: '',
  priorityReason: null,
};

/** A ticket, as its desk sees it. */
export function ticket(
  office: TestOffice,
  who: Session,
  door: Partial<Omit<typeof AT_THE_DOOR, 'personId' | 'priorityReason' | 'kind'>> & {
    personId?: string | null;
    priorityReason?: string | null;
    kind?: 'walk-in' | 'appointment';
  } = {},
) {
  return office.write(who, 'queue.checkIn', (tx) => checkIn(tx, { ...AT_THE_DOOR, ...door }, who));
}

/** A ticket whose talk has begun. */
export function talk(office: TestOffice, who: Session, door: Parameters<typeof ticket>[2] = {}) {
  const on = ticket(office, who, door);
  return office.write(who, 'queue.start', (tx) => startTicket(tx, on, who));
}
