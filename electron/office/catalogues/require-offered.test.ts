import type { AnyContractProcedure } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { ObstacleId, ResultId, TopicId } from '../../../shared/catalogue/catalogue.ts';
import { contract } from '../../../shared/contract.ts';
import { StepPhraseId } from '../../../shared/steps/step-phrase.contract.ts';
import { letInHere } from '../screens/let-in.ts';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';
import { newScreen } from '../testing/test-screen.ts';
import { talk, ticket } from '../testing/test-talk.ts';

let office: TestOffice;
let lead: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  lead = deskOf(office, office.who.lead);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const HOURS = {
  from: '09:00',
  to: '12:00',
  kind: 'by-appointment' as const,
  place: 'office' as const,
  outpostId: null,
  languages: null,
  staffIds: [],
  slotMinutes: 30,
};
const PARTNER = {
  name: 'Stelle',
  kind: 'other' as const,
  authority: false,
  contactName: '',
  street: '',
  postalCodeAndTown: '',
  phone: '',
  email: '',
};
const INTERPRETER = {
  kind: 'telephone' as const,
  name: 'Dienst',
  phone: '',
  gender: null,
  languages: ['ar'],
  hours: [],
  remark: '',
};
const DOOR = { spoken: 'ar', adults: 0, children: 0 };

/** Every command that records an entry of a catalogue, otherwise as it should be, with this entry. */
const WRITES: Readonly<Record<string, (entry: string) => Promise<unknown>>> = {
  'queue.checkIn': (topic) => lead.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: [topic] }),
  'queue.change': (topic) => {
    const on = ticketOf('kita');
    const same = { understood: null, read: null, personId: null, doorNote: '', priorityReason: null };
    return lead.queue.change({ requestId: requestId(), ...on, ...DOOR, ...same, topics: [topic] });
  },
  'queue.enterPaper': (topic) =>
    lead.queue.enterPaper({
      requestId: requestId(),
      day: '2026-11-23',
      number: 500,
      arrived: '08:00',
      spoken: 'ar',
      topics: [topic],
      outcome: { kind: 'waits' },
    }),
  'queue.tally': (topic) => lead.queue.tally({ requestId: requestId(), topic, spoken: 'ar' }),
  'matters.pin': (topic) => lead.matters.pin({ requestId: requestId(), matters: [{ topic, result: 'solved' }] }),
  'matters.record': (topic) =>
    lead.matters.record({ requestId: requestId(), ...ticketOf('kita'), topic, result: 'solved' }),
  'levels.add': (topic) => {
    const { contactId } = talk(office, office.who.lead);
    const topics = [{ topic, result: 'solved' }];
    return lead.levels.add({ requestId: requestId(), contactId, personId: null, topics, minutes: 5, note: null });
  },
  'consultations.change': async (topic) => {
    const { contactId } = talk(office, office.who.lead);
    const { revision } = await lead.consultations.get({ contactId });
    return lead.consultations.change({
      requestId: requestId(),
      contactId,
      revision,
      topics: [{ topic, result: null }],
    });
  },
  'consultations.addStep': (topic) => {
    const { contactId } = talk(office, office.who.lead);
    return lead.consultations.addStep({
      requestId: requestId(),
      contactId,
      owner: 'us',
      what: 'Rückruf',
      topic,
      dueOn: null,
    });
  },
  'letters.write': async (topic) => {
    const [template] = (await lead.letters.templates({})).templates;
    return lead.letters.write({ requestId: requestId(), letter: letterAbout(topic, template?.id ?? '') });
  },
  'releases.give': (topic) =>
    lead.releases.give({
      requestId: requestId(),
      personId: newPerson(office),
      purposes: ['cover'],
      scope: 'topics',
      topics: [topic],
      givenOn: '2026-11-23',
      validUntil: '2026-12-23',
      interpreterName: '',
      bothWays: false,
      language: 'ar',
      manner: 'paper',
    }),
  'partners.create': (topic) =>
    lead.partners.create({ requestId: requestId(), partner: { ...PARTNER, topics: [topic] } }),
  'partners.change': async (topic) => {
    const on = await lead.partners.create({ requestId: requestId(), partner: { ...PARTNER, topics: [] } });
    return lead.partners.change({ requestId: requestId(), ...on, partner: { ...PARTNER, topics: [topic] } });
  },
  'appointments.book': (topic) => {
    const who = {
      staffIds: [],
      personIds: [newPerson(office)],
      seats: 1,
      unnamed: 0,
      interpreterId: null,
      partnerId: null,
    };
    const when = { kind: 'talk' as const, day: '2026-11-24', from: '10:00', minutes: 30, place: 'office' as const };
    const rest = { outpostId: null, travelMinutes: 0, language: null, reach: '', note: '', requestedOn: null };
    return lead.appointments.book({
      requestId: requestId(),
      ...who,
      ...when,
      ...rest,
      topics: [topic],
      despiteWarnings: true,
    });
  },
  'appointments.addSeries': (topic) => lead.appointments.addSeries(seriesFor(topic)),
  'appointments.changeSeries': async (topic) => {
    const on = await lead.appointments.addSeries(seriesFor('kita'));
    return lead.appointments.changeSeries({ ...seriesFor(topic), ...on });
  },
  'appointments.addException': (topic) =>
    lead.appointments.addException({
      requestId: requestId(),
      seriesId: null,
      day: '2026-11-24',
      hours: { ...HOURS, topics: [topic] },
    }),
  'interpreters.add': (topic) =>
    lead.interpreters.add({ requestId: requestId(), ...INTERPRETER, topicsNotTaken: [topic] }),
  'interpreters.change': async (topic) => {
    const on = await lead.interpreters.add({ requestId: requestId(), ...INTERPRETER, topicsNotTaken: [] });
    return lead.interpreters.change({ requestId: requestId(), ...on, ...INTERPRETER, topicsNotTaken: [topic] });
  },
  'interpreters.recordDemand': (topic) =>
    lead.interpreters.recordDemand({
      requestId: requestId(),
      outcome: 'turned-away',
      cause: 'full',
      language: 'ar',
      topics: [topic],
    }),
  'screens.takeTicket': (topic) => {
    const kiosk = newScreen(office, 'kiosk');
    letInHere(office.core, kiosk.connection, 'kiosk');
    return kiosk.calls.screens.takeTicket({ requestId: requestId(), language: 'ar', topics: [topic] });
  },
};

/** These ask with an entry and record none. */
const ASKING = [
  'appointments.availability',
  'appointments.check',
  'appointments.freeSlots',
  'interpreters.doorAnswers',
  'interpreters.whoCould',
  'letters.preview',
  'releases.form',
  'search.notes',
];

function ticketOf(topic: string) {
  const { ticketId, revision } = ticket(office, office.who.lead, { topics: [topic] });
  return { ticketId, revision };
}

function seriesFor(topic: string) {
  const when = { weekday: 2, everyWeeks: 1, validFrom: '2026-11-24', validUntil: null };
  return { requestId: requestId(), ...HOURS, ...when, topics: [topic] };
}

function letterAbout(topic: string, templateId: string) {
  const include = { birth: false, phone: false, email: false, district: false };
  return {
    contactId: null,
    personId: null,
    partnerId: newPartner(office),
    templateId,
    topic,
    concern: 'Anliegen',
    done: '',
    request: 'Bitte',
    replyBy: null,
    enclosures: [],
    include,
    consentOn: null,
    companionLanguage: null,
  };
}

const ABSENT = 'own.leisure.ffffffffffffffff';

describe.each(Object.keys(WRITES))('%s', (name) => {
  const write = (entry: string) => WRITES[name]?.(entry) ?? Promise.resolve();

  it('takes what the office added, and nothing that it has not', async () => {
    expect(await faultOf(write(ABSENT))).toBe('RULE not-offered');
    const entry = { kind: 'topic' as const, parent: 'leisure', words: { de: 'Schwimmkurs' } };
    const { id } = await lead.catalogues.add({ requestId: requestId(), entry });
    expect(await faultOf(write(id))).toBeNull();
  });

  it('takes nothing that is not offered any more, and changes nothing then', async () => {
    const entry = { kind: 'topic' as const, parent: 'leisure', words: { de: 'Schwimmkurs' } };
    const added = await lead.catalogues.add({ requestId: requestId(), entry });
    const off = { kind: 'topic' as const, offered: false };
    await lead.catalogues.offer({ requestId: requestId(), ...added, ...off });
    await lead.catalogues.offer({ requestId: requestId(), id: 'leisure', revision: null, ...off });
    // A release speaks of earlier talks.
    const expected = name === 'releases.give' ? null : 'RULE not-offered';
    for (const id of [added.id, 'leisure']) expect(await faultOf(write(id))).toBe(expected);
  });
});

describe('what stands there already', () => {
  const BELOW_SOLVED = { kind: 'result' as const, parent: 'solved', words: { de: 'sofort gelöst' } };

  it('stays in a contact that is edited, with its result and obstacle', async () => {
    const entries = [
      { kind: 'topic' as const, parent: 'leisure', words: { de: 'Schwimmkurs' } },
      BELOW_SOLVED,
      { kind: 'obstacle' as const, parent: 'no-place', words: { de: 'Schwimmbad zu' } },
    ];
    const added = [];
    for (const entry of entries) added.push(await lead.catalogues.add({ requestId: requestId(), entry }));
    const [topic = '', result = '', obstacle = ''] = added.map(({ id }) => id);
    const { contactId } = talk(office, office.who.lead, { topics: [topic] });
    const { revision } = await lead.consultations.get({ contactId });
    const said = { topics: [{ topic, result }], obstacles: [{ obstacle, state: 'open' as const }] };
    const after = await lead.consultations.change({ requestId: requestId(), contactId, revision, ...said });
    for (const [index, { kind }] of entries.entries()) {
      const on = added[index] ?? { id: '', revision: 1 };
      await lead.catalogues.offer({ requestId: requestId(), kind, ...on, offered: false });
    }
    const again = await lead.consultations.change({ requestId: requestId(), contactId, ...after, ...said });
    const contact = await lead.consultations.get({ contactId });
    expect(contact).toMatchObject({ topics: [{ topic, result }], obstacles: [{ obstacle, level: 'city' }] });
    const fewer = await lead.consultations.change({
      requestId: requestId(),
      contactId,
      ...again,
      topics: [],
      obstacles: [],
    });
    const back = lead.consultations.change({ requestId: requestId(), contactId, ...fewer, topics: said.topics });
    expect(await faultOf(back)).toBe('RULE not-offered');
  });

  it('goes along into the talk of a ticket that was given out before', async () => {
    const on = ticketOf('leisure');
    const off = { kind: 'topic' as const, id: 'leisure', revision: null, offered: false };
    await lead.catalogues.offer({ requestId: requestId(), ...off });
    const { contactId } = await lead.queue.start({ requestId: requestId(), ...on });
    expect((await lead.consultations.get({ contactId })).topics).toMatchObject([{ topic: 'leisure' }]);
  });

  it('is of another list than the one it was added to', async () => {
    const { id } = await lead.catalogues.add({ requestId: requestId(), entry: BELOW_SOLVED });
    const { contactId } = talk(office, office.who.lead);
    const { revision } = await lead.consultations.get({ contactId });
    const wrong = lead.consultations.change({
      requestId: requestId(),
      contactId,
      revision,
      topics: [{ topic: id, result: null }],
    });
    expect(await faultOf(wrong)).toBe('INVALID_INPUT');
  });
});

it('the kiosk shows no topic that is switched off, and is told at once', async () => {
  const kiosk = newScreen(office, 'kiosk');
  letInHere(office.core, kiosk.connection, 'kiosk');
  const ticks = await kiosk.calls.screens.ticks({});
  await ticks.next();
  const told = ticks.next();
  const off = { kind: 'topic' as const, id: 'housing', revision: null, offered: false };
  await lead.catalogues.offer({ requestId: requestId(), ...off });
  expect((await told).value).toEqual({});
  await ticks.return(undefined);
  const entry = { kind: 'topic' as const, parent: 'kita', words: { de: 'Tagesmutter' } };
  const { id } = await lead.catalogues.add({ requestId: requestId(), entry });
  const shown = (await kiosk.calls.screens.welcome({})).topics;
  expect([shown.includes('housing'), shown.includes(id), shown.includes('kita')]).toEqual([false, false, true]);
});

test('every procedure that takes an entry of a catalogue is looked at here', () => {
  const entries: readonly z.ZodType[] = [TopicId, ObstacleId, ResultId, StepPhraseId];
  const taking = Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures as Readonly<Record<string, AnyContractProcedure>>).flatMap(([name, procedure]) =>
      holds(procedure['~orpc'].inputSchema, entries) ? `${feature}.${name}` : [],
    ),
  );
  expect(taking.sort()).toEqual([...Object.keys(WRITES), ...ASKING].sort());
});

/** Whether one of these schemas is a part of this one. */
function holds(schema: unknown, sought: readonly z.ZodType[]): boolean {
  if (sought.some((one) => one === schema)) return true;
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some((part) => holds(part, sought));
  if (schema instanceof z.ZodArray) return holds(schema.element, sought);
  if (schema instanceof z.ZodUnion) return schema.options.some((part) => holds(part, sought));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return holds(schema.unwrap(), sought);
  return schema instanceof z.ZodPipe && (holds(schema.in, sought) || holds(schema.out, sought));
}
