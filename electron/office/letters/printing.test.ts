import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterInput } from '../../../shared/letters/letters.contract.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Session } from '../access/session.ts';
import { signIn } from '../access/sign-in.ts';
import { listFollowUps } from '../consultations/follow-ups.ts';
import { closeOffice } from '../office/open-office.ts';
import { changeLetterhead, getEmployer } from '../office/settings.ts';
import { changePerson } from '../people/write-person.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../testing/test-people.ts';
import { type TestPrinter, testPrinter } from '../testing/test-printer.ts';
import { handOver, makeVoid } from './change-letter.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterView, listLetters } from './list-letters.ts';
import { printLetter, resumePrinting } from './print-letter.ts';
import { answerReferral } from './referrals.ts';
import { changeTemplate, getTemplate } from './templates.ts';
import { printAgain, writeLetter } from './write-letter.ts';

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

describe('a printed letter', () => {
  it('gives the same bytes after template, person, partner and letterhead have changed and the program was restarted', async () => {
    const { id } = await write();
    const before = letterPdf(office.db, id);
    editTemplate('Ganz anders: {{concern}}');
    office.write(office.who.city, 'people.change', (tx) =>
      changePerson(tx, { id: personId, revision: 1, person: { ...AMAL, familyName: 'Mansour' } }, office.who.city),
    );
    office.write(office.who.lead, 'office.changeLetterhead', (tx) => {
      const employer = getEmployer(tx, office.who.city.employerId);
      changeLetterhead(tx, {
        employerId: employer.id,
        revision: employer.revision,
        legalRegime: employer.legalRegime,
        letterhead: { ...employer.letterhead, name: 'Neuer Name' },
      });
    });
    closeOffice(office.core);
    await signIn(
      office.core,
      { kind: 'desk', session: null },
      { name: 'city', passphrase: testPassphrase('city'), desk: 1 },
    );
    resumePrinting(office.core);
    await printLetter(office.core, id);
    expect(letterPdf(office.db, id)).toEqual(before);
    expect(printer.pages).toHaveLength(1);
    expect(letterView(office.db, id)).toMatchObject({ templateVersion: 1, personName: 'Amal Mansour' });
    expect(() => office.core.database?.raw.prepare("UPDATE letter SET pdf = x'00' WHERE id = ?").run(id)).toThrow(
      /does not change/,
    );
    expect(() => office.core.database?.raw.prepare("UPDATE letter SET html = 'x' WHERE id = ?").run(id)).toThrow(
      /does not change/,
    );
  });

  it('is handed over, made void once, and stays readable', async () => {
    const { id } = await write();
    const handedAt = office.clock.now();
    expect(
      office.write(office.who.partner, 'letters.handOver', (tx) => handOver(tx, { id, revision: 2, way: 'by-hand' })),
    ).toEqual({ revision: 3 });
    expect(letterView(office.db, id).handedOver).toEqual({ way: 'by-hand', at: handedAt });
    const bytes = pdfOf(id);
    const voidIt = (revision: number) =>
      office.write(office.who.city, 'letters.makeVoid', (tx) => makeVoid(tx, { id, revision }));
    expect(() => voidIt(2)).toThrow(expect.objectContaining({ code: 'CONFLICT', detail: { currentRevision: 3 } }));
    voidIt(3);
    expect(letterView(office.db, id)).toMatchObject({ state: 'void', referral: { state: 'withdrawn', revision: 2 } });
    expect(pdfOf(id)).toBe(bytes);
    expect(() => voidIt(4)).toThrow(rule('is-void'));
    expect(() =>
      office.write(office.who.city, 'letters.handOver', (tx) => handOver(tx, { id, revision: 4, way: 'post' })),
    ).toThrow(rule('is-void'));
    // Nobody waits for an answer to it.
    expect(listFollowUps(office.db, '2030-01-01')).toEqual([]);
  });

  it('gets the partner’s answer', async () => {
    const { id } = await write();
    const referral = letterView(office.db, id).referral;
    const answer = (revision: number) =>
      office.write(office.who.partner, 'letters.answerReferral', (tx) =>
        answerReferral(tx, { referralId: referral?.id ?? '', revision, state: 'refused' }),
      );
    expect(answer(1)).toEqual({ revision: 2 });
    expect(() => answer(1)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(letterView(office.db, id)).toMatchObject({ revision: 2, referral: { state: 'refused' } });
  });
});

describe('printing', () => {
  it('stores nothing again for a request that was sent twice, and answers with what has become of it', async () => {
    const requestId = crypto.randomUUID();
    const [first, second] = await Promise.all([
      write({}, office.who.city, requestId),
      write({}, office.who.city, requestId),
    ]);
    expect(second).toEqual(first);
    expect(await write({}, office.who.city, requestId)).toEqual(first);
    expect([count('letter'), count('referral'), printer.pages.length]).toEqual([1, 1, 1]);
  });

  it('keeps nothing of the letter in answer, journal or log', async () => {
    const said: unknown[] = [];
    office.ports.log.write = (entry) => void said.push(entry);
    await write({ concern: 'KANARIE' });
    printer.broken = true;
    await write({ concern: 'KANARIE' });
    const kept = ['request', 'journal', 'journal_entry'].map((table) =>
      office.db.statement(`SELECT * FROM ${table}`).all(),
    );
    expect(JSON.stringify([kept, said])).not.toMatch(/KANARIE|Haddad/);
    expect(said).toEqual([{ level: 'error', code: 'letter-not-printed' }]);
  });

  it('that fails is told, and can be tried again with the same page', async () => {
    printer.broken = true;
    const failed = await write();
    expect(failed).toMatchObject({ state: 'failed', revision: 2 });
    expect(() => letterPdf(office.db, failed.id)).toThrow(rule('not-printed'));
    expect(() =>
      office.write(office.who.city, 'letters.handOver', (tx) =>
        handOver(tx, { id: failed.id, revision: 2, way: 'post' }),
      ),
    ).toThrow(rule('not-printed'));
    editTemplate('Ganz anders: {{concern}}');
    printer.broken = false;
    const again = { requestId: crypto.randomUUID(), id: failed.id, revision: 2 };
    expect(await printAgain(office.core, again, office.who.city)).toMatchObject({ state: 'ready', revision: 4 });
    expect(await printAgain(office.core, again, office.who.city)).toMatchObject({ state: 'ready', revision: 4 });
    await expect(
      printAgain(office.core, { ...again, requestId: crypto.randomUUID(), revision: 4 }, office.who.city),
    ).rejects.toEqual(rule('not-failed'));
    await expect(
      printAgain(office.core, { ...again, requestId: crypto.randomUUID() }, office.who.city),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(printer.pages).toHaveLength(1);
    expect(printer.pages[0]?.html).not.toContain('Ganz anders');
    expect(sha256Hex(printer.pages[0]?.html ?? '')).toBe(
      office.db.statement('SELECT html_sha256 FROM letter WHERE id = ?').pluck(true).get(failed.id),
    );
  });

  it('that the end of the program interrupted is resumed', async () => {
    const interrupted = await write();
    const raw = office.core.database?.raw;
    raw?.exec('DROP TRIGGER letter_pdf_is_immutable');
    raw
      ?.prepare("UPDATE letter SET state = 'printing', pdf = NULL, pdf_sha256 = NULL WHERE id = ?")
      .run(interrupted.id);
    resumePrinting(office.core);
    await printLetter(office.core, interrupted.id);
    expect(letterView(office.db, interrupted.id).state).toBe('ready');
    expect(printer.pages).toHaveLength(2);
    expect(printer.pages[1]).toEqual(printer.pages[0]);
  });

  it('does not bring a letter back that was made void meanwhile', async () => {
    let finishPrint = () => {};
    const { printToPdf } = office.ports.printer;
    office.ports.printer = {
      printToPdf: (html, options) =>
        new Promise<void>((done) => {
          finishPrint = done;
        }).then(() => printToPdf(html, options)),
    };
    const writing = write();
    const [letter] = listLetters(office.db, { personId, contactId: null });
    expect(letter?.state).toBe('printing');
    office.write(office.who.city, 'letters.makeVoid', (tx) => makeVoid(tx, { id: letter?.id ?? '', revision: 1 }));
    finishPrint();
    expect(await writing).toMatchObject({ state: 'void', revision: 2 });
  });

  it('embeds the fonts of the machine, which the stored page does not hold', async () => {
    office.ports.fontFaceCss = "@font-face { font-family: 'KANARIE'; }";
    await write();
    expect(printer.pages[0]?.html).toContain("<style>@font-face { font-family: 'KANARIE'; }</style>");
    expect(office.db.statement('SELECT html FROM letter').pluck(true).get()).not.toContain('KANARIE');
  });
});
