import { z } from 'zod';
import trainingOffice from '../../../resources/demo/training-office.json' with { type: 'json' };
import { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { InterpreterFields } from '../../../shared/interpreters/interpreters.contract.ts';
import { addDays, type Instant, instantOfLocal, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { PersonFields } from '../../../shared/people/people.contract.ts';
import { LANES, TICKET_KINDS } from '../../../shared/queue/ticket.rules.ts';
import { STEP_OWNERS } from '../../../shared/steps/step-phrase.contract.ts';
import { weekdayOf } from '../../../shared/waiting-time/past-ticket.ts';
import type { Session } from '../access/session.ts';
import { changeContact } from '../consultations/change-contact.ts';
import { getContact } from '../consultations/contact-row.ts';
import { finishConsultation } from '../consultations/finish-contact.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { addStep, changeStep } from '../consultations/write-step.ts';
import { type Core, openDatabaseOf, publish } from '../core.ts';
import type { Tx } from '../database/handles.ts';
import { listInterpreters } from '../interpreters/interpreter-row.ts';
import { recordPledge } from '../interpreters/pledge.ts';
import { addInterpreter, setToday } from '../interpreters/write-interpreter.ts';
import { seedExamplePartners } from '../partners/seed-example-partners.ts';
import { createPerson } from '../people/write-person.ts';
import { actOnTicket, startTicket } from '../queue/act-on-ticket.ts';
import { checkIn } from '../queue/check-in.ts';
import { forwardTicket } from '../queue/forward-ticket.ts';
import { playTrainingCalendar } from './training-appointments.ts';
import { playUsualMorning, practiceFor } from './training-mornings.ts';

/** Monday, Tuesday, Thursday, Friday. */
const OPEN_WEEKDAYS: ReadonlySet<number> = new Set([1, 2, 4, 5]);

type Past = (typeof trainingOffice.past)[number];
type Today = (typeof trainingOffice.today)[number];

/** Plays the invented past and this morning, oldest first, each command at its own time. */
export function playTrainingDays(core: Core, sessions: ReadonlyMap<string, Session>): void {
  const now = core.ports.clock.now();
  const today = localDateOf(now);
  const at = (instant: Instant, who: Session, change: (tx: Tx) => void) =>
    publish(
      core,
      openDatabaseOf(core).write({ at: instant, staffId: who.staffId, procedure: 'office.startTraining' }, change),
    );
  const colleague = (name: string): Session => {
    const session = sessions.get(name);
    if (!session) throw new Error('Everybody in the file is on the staff');
    return session;
  };
  const lead = colleague('Anke');
  const partner = colleague('Cansu');
  const people = new Map<string, string>();
  at(instantOfLocal(addDays(today, -20), '09:00'), lead, (tx) => {
    seedExamplePartners(tx);
    for (const { today: _today, ...interpreter } of trainingOffice.interpreters)
      recordPledge(
        tx,
        { ...addInterpreter(tx, InterpreterFields.parse(interpreter)), pledgedOn: addDays(today, -20) },
        lead,
      );
    for (const { key, ...person } of trainingOffice.people)
      people.set(key, createPerson(tx, PersonFields.parse(person), lead).id);
  });
  const practice = practiceFor(at, [lead, partner]);
  for (let daysAgo = 19; daysAgo > 0; daysAgo -= 1) {
    const day = addDays(today, -daysAgo);
    const written = trainingOffice.past.filter((past) => past.daysAgo === daysAgo);
    for (const past of written) playPast(at, colleague(past.by), past, day, people, today);
    // On the other days of the week on which offices are open, a usual morning.
    if (written.length === 0 && OPEN_WEEKDAYS.has(weekdayOf(day))) playUsualMorning(practice, day);
  }
  playTrainingCalendar({ at, colleague, people, now });
  at(notBefore(today, later(now, -60)), lead, (tx) => callInterpreters(tx, now));
  for (const ticket of trainingOffice.today) playToday(at, { who: lead, partner }, ticket, now, people);
}

/** Some volunteers said this morning that they are there, until some hours from now. */
function callInterpreters(tx: Tx, now: Instant): void {
  const onCall = trainingOffice.interpreters.filter(({ today }) => today).map(({ name }) => name);
  const until = later(now, 150);
  const isSameDay = localDateOf(until) === localDateOf(now);
  for (const { id, revision, name } of listInterpreters(tx, now))
    if (onCall.includes(name))
      setToday(tx, { id, revision, today: { onCall: true, until: isSameDay ? halfHour(localTimeOf(until)) : null } });
}

/** The half hour that has begun: nobody says 11:47. */
function halfHour(time: string): string {
  return `${time.slice(0, 3)}${time.slice(3) < '30' ? '00' : '30'}`;
}

type At = (instant: Instant, who: Session, change: (tx: Tx) => void) => void;

function playPast(
  at: At,
  who: Session,
  past: Past,
  day: string,
  people: ReadonlyMap<string, string>,
  today: string,
): void {
  const arrived = instantOfLocal(day, past.time);
  const personId = past.person ? (people.get(past.person) ?? null) : null;
  let on = { ticketId: '', revision: 0 };
  let contactId = '';
  at(arrived, who, (tx) => {
    on = checkIn(
      tx,
      { ...ANONYMOUS, requestId: '', spoken: past.spoken, topics: Object.keys(past.topics), personId },
      who,
    );
  });
  at(later(arrived, 7), who, (tx) => {
    const started = startTicket(tx, on, who);
    on = { ticketId: started.ticketId, revision: started.revision };
    contactId = started.contactId;
    changeContact(tx, {
      contactId,
      revision: getContact(tx, contactId).revision,
      topics: Object.entries(past.topics).map(([topic, result]) => ({ topic, result })),
      obstacles: past.obstacles.map((obstacle) => ({ obstacle, state: 'open' as const })),
    });
    for (const note of past.notes)
      writeNote(tx, { contactId, level: NoteLevel.parse(note.level), text: note.text }, who);
    for (const step of past.steps) {
      const owner = z.enum(STEP_OWNERS).parse(step.owner);
      const dueOn = addDays(today, step.dueInDays);
      const { id, revision } = addStep(tx, { contactId, owner, what: step.what, topic: null, dueOn }, who);
      if (step.done) changeStep(tx, { id, revision, owner, what: step.what, dueOn, done: true });
    }
  });
  at(later(arrived, 7 + past.minutes), who, (tx) => {
    finishConsultation(tx, { ...on, minutes: null }, who);
  });
}

function playToday(
  at: At,
  { who, partner }: { who: Session; partner: Session },
  ticket: Today,
  now: Instant,
  people: ReadonlyMap<string, string>,
): void {
  const arrived = notBefore(localDateOf(now), later(now, -ticket.minutesAgo));
  const { minutesAgo: _minutesAgo, fate, person, dueInMinutes, ...door } = ticket;
  const kind = z.enum(TICKET_KINDS).parse(door.kind);
  const lane = z.enum(LANES).parse(door.lane);
  const dueAt = dueInMinutes === null ? null : later(now, dueInMinutes);
  at(arrived, who, (tx) => {
    const on = checkIn(
      tx,
      {
        ...ANONYMOUS,
        ...door,
        kind,
        lane,
        dueAt,
        requestId: '',
        personId: person ? (people.get(person) ?? null) : null,
      },
      who,
    );
    if (fate === 'parked') actOnTicket(tx, on, 'parked', who, 'fetches-papers', { detail: { wakeAt: later(now, 20) } });
    if (fate === 'forwarded') {
      const forward = { desk: null, staffId: null, employerId: who.employerId, position: 'arrival' as const };
      forwardTicket(tx, on, { forward, words: 'war schon am Montag da' }, partner);
    }
    if (fate !== 'finished') return;
    const { contactId, ticketId, revision } = startTicket(tx, on, who);
    changeContact(tx, {
      contactId,
      revision: getContact(tx, contactId).revision,
      topics: ticket.topics.map((topic) => ({ topic, result: 'solved' })),
    });
    finishConsultation(tx, { ticketId, revision, minutes: 9 }, who);
  });
}

const ANONYMOUS = {
  kind: 'walk-in' as const,
  understood: null,
  read: null,
  adults: 0,
  children: 0,
  doorNote: '',
  priorityReason: null,
  personId: null,
};

function later(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** Shortly after midnight the morning's tickets would else belong to yesterday. */
function notBefore(day: string, instant: Instant): Instant {
  const start = instantOfLocal(day, '00:00');
  return instant < start ? start : instant;
}
