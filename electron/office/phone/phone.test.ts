import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TryResult } from '../../../shared/phone/phone.rules.ts';
import { addStep } from '../consultations/write-step.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { listCalls } from './list-calls.ts';
import { addCall, addTry, closeCall, undoOnCall } from './write-call.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const promise = (contactId: string, phone: string) =>
  office.write(office.who.city, 'phone.add', (tx) =>
    addCall(
      tx,
      { contactId, phone, language: 'ar', reachable: ['evening'], reason: 'Kam der Brief?', dueOn: '2026-12-01' },
      office.who.city,
    ),
  );
const tried = (on: { id: string; revision: number }, result: TryResult) =>
  office.write(office.who.partner, 'phone.addTry', (tx) => addTry(tx, { ...on, result }, office.who.partner));
const state = () => listCalls(office.db)[0]?.state;

it('knows the number of the person, the language, when they are reached and what to ask about', () => {
  const personId = newPerson(office, { phone: '0221 4710-9' });
  const { contactId } = talk(office, office.who.city, { personId });
  office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(tx, { contactId, owner: 'client', what: 'Brief bringen', topic: null, dueOn: null }, office.who.city),
  );
  promise(contactId, '');
  expect(listCalls(office.db)).toMatchObject([
    {
      phone: '0221 4710-9',
      language: 'ar',
      reachable: ['evening'],
      dueOn: '2026-12-01',
      state: 'open',
      tries: [],
      openSteps: [{ what: 'Brief bringen' }],
    },
  ]);
});

it('needs a number of its own for somebody without a name', () => {
  const { contactId } = talk(office, office.who.city);
  expect(() => promise(contactId, ' ')).toThrow(
    expect.objectContaining({ code: 'RULE', detail: { reason: 'no-number' } }),
  );
  promise(contactId, '0221 4710-8');
  expect(listCalls(office.db)[0]).toMatchObject({ phone: '0221 4710-8', person: null });
});

it('proposes a letter after three tries in vain, and takes tries and letter back one by one', () => {
  const { contactId } = talk(office, office.who.city);
  let on = promise(contactId, '0221 4710-8');
  for (const result of ['no-answer', 'voicemail'] as const) on = tried(on, result);
  expect(state()).toBe('open');
  on = tried(on, 'no-answer');
  expect(state()).toBe('letter-due');
  on = office.write(office.who.city, 'phone.close', (tx) => closeCall(tx, { ...on, as: 'letter' }));
  expect(listCalls(office.db)).toEqual([]);
  expect(() => tried(on, 'reached')).toThrow(
    expect.objectContaining({ code: 'RULE', detail: { reason: 'call-is-over' } }),
  );
  const undo = () => {
    on = office.write(office.who.city, 'phone.undo', (tx) => undoOnCall(tx, on));
  };
  undo();
  expect(state()).toBe('letter-due');
  undo();
  expect(state()).toBe('open');
  undo();
  undo();
  expect(undo).toThrow(expect.objectContaining({ code: 'RULE', detail: { reason: 'nothing-to-undo' } }));
  on = tried(on, 'reached');
  expect(listCalls(office.db)).toEqual([]);
  expect(() => tried({ ...on, revision: 1 }, 'reached')).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
});

it('looks no more at who was reached, until that is taken back', () => {
  const { contactId } = talk(office, office.who.city);
  const reached = tried(promise(contactId, '0231 1'), 'reached');
  promise(contactId, '0231 2');
  expect(listCalls(office.db).map(({ phone }) => phone)).toEqual(['0231 2']);
  office.write(office.who.city, 'phone.undo', (tx) => undoOnCall(tx, reached));
  expect(listCalls(office.db).map(({ phone }) => phone)).toEqual(['0231 1', '0231 2']);
});
