import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterInput } from '../../../shared/letters/letters.contract.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Session } from '../access/session.ts';
import { changePerson } from '../people/write-person.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../testing/test-people.ts';
import { type TestPrinter, testPrinter } from '../testing/test-printer.ts';
import { talk } from '../testing/test-talk.ts';
import { composeFor } from './compose.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterView, listLetters } from './list-letters.ts';
import { changeTemplate, getTemplate } from './templates.ts';
import { writeLetter } from './write-letter.ts';

let office: TestOffice;
let printer: TestPrinter;
let partnerId: string;
let personId: string;
beforeEach(async () => {
  printer = testPrinter();
  office = await createTestOffice({ printer });
  partnerId = newPartner(office);
  personId = newPerson(office);
});
afterEach(() => office.close());

const write = (
  letter: Partial<LetterInput> = {},
  who: Session = office.who.city,
  requestId: string = crypto.randomUUID(),
) => writeLetter(office.core, { requestId, letter: aLetter({ personId, partnerId, ...letter }) }, who);
const pdfOf = (id: string) => Buffer.from(letterPdf(office.db, id).base64, 'base64').toString();
const rule = (reason: string) => expect.objectContaining({ code: 'RULE', detail: { reason } });
const count = (table: 'letter' | 'referral') => office.db.statement(`SELECT count(*) FROM ${table}`).pluck(true).get();
const editTemplate = (body: string, subject = 'Neu: {{topic}}') => {
  const { revision } = getTemplate(office.db, 'referral');
  return office.write(office.who.lead, 'letters.changeTemplate', (tx) =>
    changeTemplate(tx, { id: 'referral', revision, subject, body }, office.who.lead),
  );
};

describe('a letter', () => {
  it('is stored with its referral, printed, and shown to both employers', async () => {
    const { contactId } = talk(office, office.who.city, { personId, spoken: 'kmr' });
    const letter = await write({ contactId });
    expect(letter).toMatchObject({ revision: 2, state: 'ready' });
    const view = letterView(office.db, letter.id);
    expect(view).toEqual({
      id: letter.id,
      revision: 2,
      state: 'ready',
      subject: 'Bitte um Unterstützung: Kindergartenplatz',
      writtenAt: office.clock.now(),
      personId,
      personName: 'Amal Haddad',
      partnerId,
      partnerName: 'Kita Beispiel',
      contactId,
      authorId: office.who.city.staffId,
      authorName: 'Anna Rot',
      employerKind: 'city',
      templateVersion: 1,
      handedOver: null,
      referral: { id: view.referral?.id, revision: 1, state: 'awaiting', replyBy: '2026-12-07' },
    });
    for (const of of [
      { personId, contactId },
      { personId, contactId: null },
      { personId: null, contactId },
      { personId: null, contactId: null },
    ]) {
      expect(listLetters(office.db, of)).toEqual([view]);
    }
    expect(listLetters(office.db, { personId, contactId: letter.id })).toEqual([]);
    expect(printer.pages).toMatchObject([{ title: 'Bitte um Unterstützung: Kindergartenplatz', language: 'de' }]);
    const { fileName, sha256 } = letterPdf(office.db, letter.id);
    expect(sha256).toBe(sha256Hex(pdfOf(letter.id)));
    expect(fileName).toMatch(/^Brief-2026-11-23-[0-9A-F]{8}\.pdf$/);
    expect(printer.pages[0]?.html).toContain(fileName.slice(-12, -4));
  });

  it('carries the letterhead of its author’s employer', async () => {
    await write();
    await write({}, office.who.partner);
    expect(printer.pages.map(({ html }) => [html.includes('Stadt Test'), html.includes('Verband Test')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('tells a recipient that is no authority to keep the data secret (SGB X §78)', async () => {
    await write();
    await write({ partnerId: newPartner(office, { name: 'Jobcenter', authority: true }) });
    expect(printer.pages.map(({ html }) => html.includes('§ 78 SGB X'))).toEqual([true, false]);
  });

  it('takes along what the author ticked and nothing else, and says so', () => {
    office.write(office.who.city, 'people.change', (tx) =>
      changePerson(
        tx,
        {
          id: personId,
          revision: 1,
          person: {
            ...AMAL,
            bornOn: '1990-01-01',
            birthPrecision: 'year',
            phone: '0221 4710-777',
            email: 'amal@example.org',
          },
        },
        office.who.city,
      ),
    );
    const compose = (include: Partial<LetterInput['include']>) =>
      composeFor(
        office.db,
        aLetter({
          personId,
          partnerId,
          include: { birth: false, phone: false, email: false, district: false, ...include },
        }),
        {
          who: office.who.city,
          at: office.clock.now(),
          reference: '',
        },
      );
    expect(compose({}).leaves).toEqual(['name', 'concern', 'done']);
    expect(JSON.stringify(compose({}).sheet)).not.toMatch(/1990|4710-777|amal@/);
    const more = compose({ birth: true, phone: true, district: true });
    expect(more.leaves).toEqual(['name', 'birth', 'phone', 'concern', 'done']);
    expect(more.missing).toEqual(['person.district']);
    expect(JSON.stringify(more.sheet)).toContain('4710-777');
  });

  it('has a page for the client in their language, if that is wished', async () => {
    await write({ companionLanguage: 'ckb' });
    await write();
    expect(printer.pages.map(({ html }) => /<[a-z]+ [^>]*lang="ckb"[^>]*dir="rtl"/.test(html))).toEqual([true, false]);
  });

  it('speaks the language of the person, else of the talk', async () => {
    const { contactId } = talk(office, office.who.city, { spoken: 'kmr' });
    await write({ contactId });
    await write({ contactId, personId: null });
    await write({ personId: null });
    expect(office.db.statement('SELECT language FROM referral ORDER BY id').pluck(true).all()).toEqual([
      'ar',
      'kmr',
      null,
    ]);
  });

  it('needs people, partner, contact and template that exist, and else leaves nothing', async () => {
    const nobody = office.who.city.staffId;
    for (const wrong of [{ partnerId: nobody }, { personId: nobody }, { contactId: nobody }])
      await expect(write(wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(write({ templateId: 'other' })).rejects.toEqual(rule('unknown-template'));
    expect([count('letter'), count('referral'), printer.pages.length]).toEqual([0, 0, 0]);
  });
});

describe('a template', () => {
  it('gets a new version that the next letter uses', async () => {
    await write();
    expect(editTemplate('Ganz anders: {{concern}}')).toEqual({ revision: 2, version: 2 });
    const { id } = await write();
    expect(letterView(office.db, id)).toMatchObject({ templateVersion: 2, subject: 'Neu: Kindergartenplatz' });
    expect(printer.pages[1]?.html).toContain('Ganz anders: Ein Platz für das jüngste Kind.');
  });

  it('is refused with an unknown placeholder, stray braces, the person in the subject, or the case in the subject, or no text', () => {
    expect(() => editTemplate('{{person.religion}}')).toThrow(rule('unknown-placeholder'));
    expect(() => editTemplate('{{concern')).toThrow(rule('unknown-placeholder'));
    expect(() => editTemplate('{{concern}}', 'Wegen {{person.name}}')).toThrow(rule('unknown-placeholder'));
    expect(() => editTemplate('{{concern}}', '{{topic}}: {{ concern }}')).toThrow(rule('unknown-placeholder'));
    expect(() => editTemplate('  ')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', detail: { fields: ['body'] } }),
    );
    expect(getTemplate(office.db, 'referral')).toMatchObject({ version: 1, revision: 1 });
    expect(() => getTemplate(office.db, 'other')).toThrow(rule('unknown-template'));
  });
});
