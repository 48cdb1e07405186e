import { afterEach, beforeEach, expect, it } from 'vitest';
import { addStep } from '../consultations/write-step.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

let office: TestOffice;
let lead: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  lead = deskOf(office, office.who.lead);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
/** Agrees a step in free words, in a talk of its own. */
function agree(what: string, personId: string | null = null, who = office.who.partner) {
  const { contactId } = talk(office, who, { personId });
  const step = { contactId, owner: 'client' as const, what, topic: null, dueOn: null };
  office.write(who, 'consultations.addStep', (tx) => addStep(tx, step, who));
  return contactId;
}
const offered = async () => (await lead.catalogues.freeSteps({})).steps;

it('offers what was typed for three people, whichever way it was written, without numbers', async () => {
  agree('Zeugnisse kopieren bis 3.5.');
  agree('zeugnisse kopieren, bis 12. 6.');
  agree('Zeugnisse kopieren bis 3.5.');
  agree('Vater anrufen');
  expect(await offered()).toEqual([
    { key: expect.stringMatching(/^[0-9a-f]{64}$/), text: 'Zeugnisse kopieren bis ….', owner: 'client', count: 3 },
  ]);
});

it('hides what fewer people stand behind, however often it was typed', async () => {
  const [one, other] = [newPerson(office), newPerson(office)];
  for (const personId of [one, one, one, other]) agree('Frau Geheim besuchen', personId);
  expect(await offered()).toEqual([]);
  agree('Frau Geheim besuchen');
  expect(await offered()).toMatchObject([{ count: 5 }]);
});

it('offers no more what is not wanted, until that is taken back', async () => {
  for (let count = 0; count < 3; count += 1) agree('Fahrkarte aufheben');
  const [step] = await offered();
  const key = step?.key ?? '';
  await lead.catalogues.dismissFreeStep({ requestId: requestId(), key, dismissed: true });
  expect(await offered()).toEqual([]);
  await lead.catalogues.dismissFreeStep({ requestId: requestId(), key, dismissed: false });
  expect(await offered()).toHaveLength(1);
});

it('becomes a phrase under other words, which can be agreed, and is offered no more', async () => {
  for (let count = 0; count < 3; count += 1) agree('fahrkarte aufheben');
  const [step] = await offered();
  const entry = {
    kind: 'step' as const,
    owner: 'client' as const,
    words: { de: 'Heben Sie die Fahrkarte auf', kmr: 'Bilêtê hilînin' },
    freeStep: step?.key ?? null,
  };
  const { id } = await lead.catalogues.add({ requestId: requestId(), entry });
  expect(id).toMatch(/^own\.step\.[0-9a-f]{16}$/);
  expect(await offered()).toEqual([]);
  const { contactId } = talk(office, office.who.city, { spoken: 'kmr' });
  const city = deskOf(office, office.who.city);
  const phrase = { id, papers: [], place: null, partnerId: null, topic: null };
  const agreed = {
    requestId: requestId(),
    contactId,
    owner: 'client' as const,
    what: null,
    phrase,
    topic: 'kita',
    dueOn: null,
  };
  await city.consultations.addStep(agreed);
  const [said] = (await city.consultations.get({ contactId })).steps;
  expect(said).toMatchObject({ what: 'Heben Sie die Fahrkarte auf', phrase: { id } });
  const sheetIn = async (language: string) =>
    (await city.steps.sheet({ contactId, language, appointmentId: null, planned: null })).html;
  const kurdish = await sheetIn('kmr');
  expect(kurdish).toContain('Bilêtê hilînin');
  expect(kurdish).toContain('Heben Sie die Fahrkarte auf');
  // Nobody gave it in Arabic: German, with the note that free text has.
  const arabic = await sheetIn('ar');
  expect(arabic).toContain('Heben Sie die Fahrkarte auf');
  expect(arabic).toContain('class="note"');
  expect(kurdish).not.toContain('class="note"');
});

it('says on the sheet what was agreed, not what the phrase says since', async () => {
  const entry = { kind: 'step' as const, owner: 'client' as const, words: { de: 'Alt', en: 'Old' }, freeStep: null };
  const on = await lead.catalogues.add({ requestId: requestId(), entry });
  const { contactId } = talk(office, office.who.city);
  const phrase = { id: on.id, papers: [], place: null, partnerId: null, topic: null };
  const step = { contactId, owner: 'client' as const, what: null, phrase, topic: null, dueOn: null };
  await lead.consultations.addStep({ requestId: requestId(), ...step });
  await lead.catalogues.change({ requestId: requestId(), ...on, words: { de: 'Neu', en: 'New' } });
  const { html } = await lead.steps.sheet({ contactId, language: 'en', appointmentId: null, planned: null });
  expect(html).toContain('Alt');
  expect(html).not.toMatch(/Old|New|Neu</);
});

it('security: what stands in notes is never offered, of whichever level and employer', async () => {
  for (const who of [office.who.city, office.who.partner, office.who.lead]) {
    const calls = deskOf(office, who);
    for (let count = 0; count < 3; count += 1) {
      const { contactId } = talk(office, who);
      for (const level of ['V1', 'V2', 'V3'] as const)
        await calls.consultations.writeNote({
          requestId: requestId(),
          contactId,
          level,
          text: 'Kanarienvogel füttern',
        });
      await calls.consultations.saveDraft({
        requestId: requestId(),
        contactId,
        level: 'V2',
        text: 'Kanarienvogel tränken',
      });
    }
  }
  expect(await offered()).toEqual([]);
});
