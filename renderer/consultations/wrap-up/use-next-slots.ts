import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { useRight } from '../../access/session-store.ts';
import { MOST_TOPICS, slotKey } from '../../appointments/booking/booking-draft.ts';
import { orpc } from '../../rpc/client.ts';

const OFFERED = 3;

/** The first day that makes sense for another talk: after the last thing that was agreed, else tomorrow. */
export function firstDayFor(steps: ContactView['steps'], today: LocalDate): LocalDate {
  const dues = steps.flatMap(({ dueOn, doneAt }) => (dueOn !== null && doneAt === null ? [dueOn] : []));
  const last = dues.reduce((latest, due) => (due > latest ? due : latest), today);
  return addDays(last, 1);
}

/** The next free slots for another talk of this matter in this language; the first is chosen until somebody chooses otherwise. */
export function useNextSlots(contact: ContactView, today: LocalDate) {
  const mayBook = useRight('appointments.work');
  const [choice, setChoice] = useState<string | null>(null);
  const free = useQuery({
    ...orpc.appointments.freeSlots.queryOptions({
      input: {
        language: contact.spoken,
        topics: contact.topics.map(({ topic }) => topic).slice(0, MOST_TOPICS),
        staffId: null,
        place: null,
        minutes: null,
        from: firstDayFor(contact.steps, today),
        limit: OFFERED,
      },
    }),
    enabled: mayBook,
  });
  const slots = free.data?.slots ?? [];
  const [first] = slots;
  const isThere = choice === NO_SLOT || slots.some((slot) => slotKey(slot) === choice);
  const chosenKey = choice !== null && isThere ? choice : first ? slotKey(first) : NO_SLOT;
  return {
    mayBook,
    slots,
    /** Minutes to somebody at home, as the office says. */
    travelMinutes: free.data?.travelMinutes ?? 0,
    looking: mayBook && free.isPending,
    chosenKey,
    chosen: slots.find((slot) => slotKey(slot) === chosenKey) ?? null,
    choose: setChoice,
  };
}
export type NextSlots = ReturnType<typeof useNextSlots>;

export const NO_SLOT = 'none';
