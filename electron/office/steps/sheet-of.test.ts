import { afterEach, beforeEach, expect, it } from 'vitest';
import { stepWords } from '../../../shared/steps/step-words.ts';
import { bookAppointment } from '../appointments/book.ts';
import { listStepsOf } from '../consultations/list-steps.ts';
import { addStep, changeStep, type StepDraft } from '../consultations/write-step.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { handOutSheet } from './hand-out.ts';
import { type SheetRequest, sheetOf } from './sheet-of.ts';

let office: TestOffice;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  const personId = newPerson(office, { familyName: 'Geheimname' });
  ({ contactId } = talk(office, office.who.city, { personId }));
});
afterEach(() => office.close());

const add = (step: Partial<StepDraft>) =>
  office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(
      tx,
      { contactId, owner: 'client', what: null, topic: 'kita', dueOn: '2026-12-08', ...step },
      office.who.city,
    ),
  );
const phrase = (id: string, gaps: Partial<NonNullable<StepDraft['phrase']>> = {}) => ({
  id,
  papers: [],
  place: null,
  partnerId: null,
  topic: null,
  ...gaps,
});
const sheet = (request: Partial<SheetRequest> = {}) =>
  sheetOf(
    office.db,
    office.core,
    { contactId, language: null, appointmentId: null, planned: null, ...request },
    office.who.city,
  );

it('says a block in the language that the client reads, German beside, and free text in German with a mark', () => {
  add({ phrase: phrase('bring', { papers: ['id', 'notice'] }) });
  add({ what: 'Das rote Heft holen' });
  const { html, language } = sheet();
  expect(language).toBe('ar');
  expect(html).toContain('<html lang="ar" dir="rtl"');
  expect(html).toContain(stepWords.ar.papers.notice);
  expect(html).toContain(stepWords.de.papers.notice);
  expect(html).toContain('<bdi>Das rote Heft holen</bdi>');
  expect(html).toContain(stepWords.ar.onlyGerman);
  expect(html).toContain('Dienstag, 8. Dezember 2026');
  expect(html).not.toMatch(/Geheimname|\{\{|undefined/);
  expect(sheet({ language: 'de' }).html).not.toContain(stepWords.de.onlyGerman);
});

it('names the partner with its way, once, and leaves out what is done', () => {
  const partnerId = newPartner(office, { way: 'Musterplatz, U99', hours: 'Mo bis Fr 8-12' });
  add({ phrase: phrase('register-child', { partnerId }) });
  add({ owner: 'partner', phrase: phrase('partner-answers', { partnerId }) });
  const done = add({ what: 'schon getan' });
  office.write(office.who.city, 'consultations.changeStep', (tx) =>
    changeStep(tx, { id: done.id, revision: 1, owner: 'client', what: 'schon getan', dueOn: null, done: true }),
  );
  const { html } = sheet({ language: 'fa' });
  expect(html.match(/Musterplatz, U99/g)).toHaveLength(1);
  expect(html).toContain('Mo bis Fr 8-12');
  expect(html).not.toContain('schon getan');
  // By the Persian calendar too.
  expect(html).toContain('17 آذر 1405');
});

it('carries the appointment that follows: planned, then booked with its number', () => {
  add({ phrase: phrase('come-again') });
  const planned = { day: '2026-12-15', from: '10:30', place: 'office' as const, outpostId: null };
  expect(sheet({ planned }).html).toContain('10:30');
  const { appointmentId, number } = office.write(office.who.city, 'appointments.book', (tx) =>
    bookAppointment(
      tx,
      {
        ...planned,
        kind: 'talk',
        minutes: 30,
        travelMinutes: 0,
        language: 'ar',
        topics: [],
        staffIds: [],
        personIds: [],
        seats: 1,
        unnamed: 1,
        interpreterId: null,
        partnerId: null,
        reach: '',
        note: '',
        requestedOn: null,
        despiteWarnings: true,
      },
      office.who.city,
    ),
  );
  expect(sheet({ appointmentId }).html).toContain(`<bdi dir="ltr">${number}</bdi>`);
  office.write(office.who.city, 'steps.handOut', (tx) =>
    handOutSheet(tx, { contactId, language: 'ar', appointmentId }, office.who.city),
  );
  expect(
    office.db.statement('SELECT count(*) FROM step_sheet WHERE appointment_id = ?').pluck().get(appointmentId),
  ).toBe(1);
});

it('keeps the German sentence of a block, and lets other words make it free text', () => {
  const { id } = add({ owner: 'us', phrase: phrase('we-call', { place: 'jobcenter' }) });
  expect(listStepsOf(office.db, { contactId })[0]).toMatchObject({ what: 'Wir rufen dort an: Jobcenter' });
  const change = (revision: number, what: string) =>
    office.write(office.who.city, 'consultations.changeStep', (tx) =>
      changeStep(tx, { id, revision, owner: 'us', what, dueOn: null, done: true }),
    );
  change(1, 'Wir rufen dort an: Jobcenter');
  expect(listStepsOf(office.db, { contactId })[0]?.phrase?.id).toBe('we-call');
  change(2, 'Herrn Muster dort anrufen');
  expect(listStepsOf(office.db, { contactId })[0]?.phrase).toBeNull();
});

it('refuses words that are missing, gaps that are open and blocks of somebody else', () => {
  const refusal = (reason: string) => expect.objectContaining({ code: 'RULE', detail: { reason } });
  expect(() => add({})).toThrow(refusal('step-without-words'));
  expect(() => add({ phrase: phrase('bring') })).toThrow(refusal('phrase-gaps'));
  expect(() => add({ phrase: phrase('come-again', { place: 'bank' }) })).toThrow(refusal('phrase-gaps'));
  expect(() => add({ owner: 'us', phrase: phrase('come-again') })).toThrow(refusal('phrase-owner'));
  expect(() => add({ phrase: phrase('go', { partnerId: '01900000-0000-7000-8000-000000000000' }) })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
});
