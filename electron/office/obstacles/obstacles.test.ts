import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ContactObstacle } from '../../../shared/consultations/consultations.contract.ts';
import { changeContact } from '../consultations/change-contact.ts';
import { moveMatter } from '../consultations/contact-person.ts';
import { getContact } from '../consultations/contact-row.ts';
import { contactView } from '../consultations/contact-view.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { answerWhetherItHolds, listToAsk, undoOnObstacle } from './answer.ts';
import { countObstacles } from './count-obstacles.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

type Said = z.input<typeof ContactObstacle>;
const say = (contactId: string, obstacles: Said[], personId?: string) =>
  office.write(office.who.city, 'consultations.change', (tx) =>
    changeContact(tx, {
      contactId,
      revision: getContact(tx, contactId).revision,
      obstacles,
      ...(personId === undefined ? {} : { personId }),
    }),
  );
const seen = (contactId: string) => contactView(office.db, contactId, office.who.city).obstacles;
const nextDay = () => office.clock.advance(24 * 3_600_000);
const days = (count: number) => office.clock.advance(count * 24 * 3_600_000);
const today = () => office.clock.now().slice(0, 10);

it('belongs to the person over talks: the next one sees it, and says how it ended', () => {
  const personId = newPerson(office);
  const first = talk(office, office.who.city, { personId }).contactId;
  say(first, [{ obstacle: 'language', state: 'open', cause: 'no-interpreter' }]);
  nextDay();
  const second = talk(office, office.who.city, { personId }).contactId;
  expect(seen(second)).toEqual([
    {
      obstacle: 'language',
      level: 'person',
      state: 'open',
      cause: 'no-interpreter',
      since: '2026-11-23',
      earlier: true,
    },
  ]);
  // Left out, it stays: it is not this talk's.
  say(second, []);
  expect(seen(second)).toHaveLength(1);
  say(second, [{ obstacle: 'language', state: 'bypassed', cause: 'no-interpreter' }]);
  expect(seen(second)[0]).toMatchObject({ state: 'bypassed', earlier: true });
  nextDay();
  const third = talk(office, office.who.city, { personId }).contactId;
  expect(seen(third)).toEqual([]);
});

it('hangs on an anonymous talk, and comes along when the talk is given its person', () => {
  const personId = newPerson(office);
  const { contactId } = talk(office, office.who.city);
  say(contactId, [{ obstacle: 'fear', state: 'open' }]);
  expect(seen(contactId)).toHaveLength(1);
  office.write(office.who.city, 'consultations.change', (tx) =>
    changeContact(tx, { contactId, revision: getContact(tx, contactId).revision, personId }),
  );
  nextDay();
  const later = talk(office, office.who.city, { personId }).contactId;
  expect(seen(later)).toMatchObject([{ obstacle: 'fear', earlier: true }]);
});

it('links what hinders a person to what in the city causes it, and nothing else', () => {
  const { contactId } = talk(office, office.who.city);
  const refusal = expect.objectContaining({ code: 'RULE', detail: { reason: 'cause-not-of-city' } });
  expect(() => say(contactId, [{ obstacle: 'no-place', state: 'open', cause: 'waiting-time' }])).toThrow(refusal);
  expect(() => say(contactId, [{ obstacle: 'language', state: 'open', cause: 'fear' }])).toThrow(refusal);
  expect(seen(contactId)).toEqual([]);
});

it('is asked about three months after it ended, opens again where it does not hold, and all of it can be taken back', () => {
  const personId = newPerson(office, { phone: '0221 4710-9' });
  const { contactId } = talk(office, office.who.city, { personId });
  say(contactId, [{ obstacle: 'language', state: 'solved' }]);
  expect(listToAsk(office.db, '2027-02-22')).toEqual([]);
  days(92);
  const [asked] = listToAsk(office.db, today());
  expect(asked).toMatchObject({ obstacle: 'language', endedOn: '2026-11-23', askOn: '2027-02-23' });
  expect(asked?.person).toMatchObject({ id: personId, phone: '0221 4710-9', language: 'ar' });
  const answer = (on: { id: string; revision: number }, holds: 'yes' | 'no' | 'not-reached') =>
    office.write(office.who.partner, 'obstacles.answer', (tx) => answerWhetherItHolds(tx, { ...on, holds }));
  const undo = (on: { id: string; revision: number }) =>
    office.write(office.who.partner, 'obstacles.undo', (tx) => undoOnObstacle(tx, on));
  const on = { id: asked?.id ?? '', revision: asked?.revision ?? 0 };

  const back = answer(on, 'no');
  expect(listToAsk(office.db, '2099-01-01')).toEqual([]);
  expect(seen(contactId)[0]?.state).toBe('open');
  const again = undo(back);
  expect(seen(contactId)[0]?.state).toBe('solved');
  expect(listToAsk(office.db, today())).toHaveLength(1);

  const later = answer(again, 'not-reached');
  expect(listToAsk(office.db, today())).toEqual([]);
  days(15);
  const [once] = listToAsk(office.db, today());
  expect(once?.revision).toBe(later.revision);
  const held = answer(later, 'yes');
  expect(() => answer(held, 'yes')).toThrow(
    expect.objectContaining({ code: 'RULE', detail: { reason: 'nothing-to-ask' } }),
  );
  expect(() => undo(on)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
});

it('does not take back that it was noticed', () => {
  const { contactId } = talk(office, office.who.city);
  say(contactId, [{ obstacle: 'fear', state: 'open' }]);
  const id = String(office.db.statement('SELECT id FROM person_obstacle').pluck().get());
  expect(() =>
    office.write(office.who.city, 'obstacles.undo', (tx) => undoOnObstacle(tx, { id, revision: 1 })),
  ).toThrow(expect.objectContaining({ code: 'RULE', detail: { reason: 'nothing-to-undo' } }));
});

it('tells how often it came up from five on, each person once, and no note changes it', () => {
  const personId = newPerson(office);
  const counted = () => countObstacles(office.db, office.clock.now()).counts;
  for (let person = 0; person < 4; person += 1) {
    const { contactId } = talk(office, office.who.city);
    say(contactId, [{ obstacle: 'no-place', state: 'open' }]);
    for (const level of ['V2', 'V3'] as const)
      office.write(office.who.city, 'consultations.writeNote', (tx) =>
        writeNote(tx, { contactId, level, text: 'Kein Platz, no-place' }, office.who.city),
      );
  }
  expect(counted()).toEqual([{ obstacle: 'no-place', count: null }]);
  for (let visit = 0; visit < 3; visit += 1) {
    say(talk(office, office.who.city, { personId }).contactId, [{ obstacle: 'no-place', state: 'open' }]);
    nextDay();
  }
  expect(counted()).toEqual([{ obstacle: 'no-place', count: 5 }]);
  days(60);
  expect(countObstacles(office.db, office.clock.now())).toEqual({ from: '2027-01-01', counts: [] });
});

/** Two desks with a talk each with one person: the second one changes an obstacle between the first one's look and its save. */
function twoTalks() {
  const personId = newPerson(office);
  const [one, other] = [
    talk(office, office.who.city, { personId }).contactId,
    talk(office, office.who.partner, { personId }).contactId,
  ];
  say(one, [{ obstacle: 'language', state: 'open' }]);
  return { personId, one, other, looked: contactView(office.db, one, office.who.city) };
}
const saveLate = ({ id, revision }: { id: string; revision: number }, obstacles: Said[]) =>
  office.write(office.who.city, 'consultations.change', (tx) =>
    changeContact(tx, { contactId: id, revision, obstacles }),
  );
const somebodyWasQuicker = expect.objectContaining({ code: 'CONFLICT' });

it('is not opened again by a desk that saves a moment after a colleague solved it', () => {
  const { one, other, looked } = twoTalks();
  say(other, [{ obstacle: 'language', state: 'solved' }]);
  const stale: Said[] = [
    { obstacle: 'language', state: 'open' },
    { obstacle: 'fear', state: 'open' },
  ];
  expect(() => saveLate(looked, stale)).toThrow(somebodyWasQuicker);
  expect(seen(one)).toMatchObject([{ obstacle: 'language', state: 'solved' }]);
  // With the fresh state the same desk goes on.
  saveLate(contactView(office.db, one, office.who.city), [
    { obstacle: 'language', state: 'solved' },
    { obstacle: 'fear', state: 'open' },
  ]);
  expect(seen(one).map(({ state }) => state)).toEqual(['solved', 'open']);
});

it('is neither taken away nor noticed twice by such a desk', () => {
  const { other, looked } = twoTalks();
  say(other, [{ obstacle: 'language', state: 'bypassed' }]);
  expect(() => saveLate(looked, [])).toThrow(somebodyWasQuicker);
  const lookedOther = contactView(office.db, other, office.who.city);
  say(looked.id, []);
  expect(() => saveLate(lookedOther, [{ obstacle: 'language', state: 'solved' }])).toThrow(somebodyWasQuicker);
  expect(seen(other)).toEqual([]);
});

it('is not changed by such a desk after an answer, an undo, or after it went to somebody else with its talk', () => {
  const { personId, one, other } = twoTalks();
  say(other, [{ obstacle: 'language', state: 'solved' }]);
  days(100);
  const later = talk(office, office.who.city, { personId }).contactId;
  const [asked] = listToAsk(office.db, today());
  if (!asked) throw new Error('It ended three months ago');
  const before = contactView(office.db, later, office.who.city);
  const answered = office.write(office.who.city, 'obstacles.answer', (tx) =>
    answerWhetherItHolds(tx, { id: asked.id, revision: asked.revision, holds: 'no' }),
  );
  expect(() => saveLate(before, [])).toThrow(somebodyWasQuicker);
  const between = contactView(office.db, later, office.who.city);
  office.write(office.who.city, 'obstacles.undo', (tx) => undoOnObstacle(tx, answered));
  expect(() => saveLate(between, [])).toThrow(somebodyWasQuicker);
  const last = contactView(office.db, later, office.who.city);
  office.write(office.who.city, 'consultations.moveMatter', (tx) =>
    moveMatter(tx, { contactId: one, revision: getContact(tx, one).revision, personId: null }),
  );
  expect(() => saveLate(last, [])).toThrow(somebodyWasQuicker);
});

it('leaves other talks alone where nothing of an obstacle has changed', () => {
  const { other, looked } = twoTalks();
  say(other, [{ obstacle: 'language', state: 'open' }]);
  saveLate(looked, [{ obstacle: 'language', state: 'solved' }]);
  expect(seen(looked.id)).toMatchObject([{ state: 'solved' }]);
});
