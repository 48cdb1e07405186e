import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line } from '../kernel/text.ts';
import { Letterhead } from '../office/office.contract.ts';
import { PartnerFields } from '../partners/partners.contract.ts';
import { PersonFields } from '../people/people.contract.ts';
import { UNKNOWN_PERSON } from '../people/person.rules.ts';
import { centralTemplates } from './central-templates.ts';
import { composeLetter, type LetterSources } from './compose-letter.ts';
import { LetterInput } from './letters.contract.ts';
import { renderLetterHtml } from './render-letter.ts';

const letterParts = LetterInput.omit({ contactId: true, personId: true, partnerId: true, templateId: true });

/** Text as people and programs send it: blanks, newlines, marks, signs of markup and of other scripts. */
const typed = (max: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ' ',
          '\n',
          '\t',
          'ä',
          '<',
          '&',
          '{{',
          '}}',
          '|',
          '\u0306',
          'نور',
          '\u200c',
          '-',
          'Kita',
          '0231',
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('').slice(0, max));

const sources: fc.Arbitrary<LetterSources> = fc
  .record({
    words: fc.array(typed(60), { minLength: 16, maxLength: 16 }),
    long: typed(1900),
    template: fc.record({ subject: typed(180), body: typed(4000) }),
    companionLanguage: fc.constantFrom('ar', 'ti', 'kmr', null),
  })
  .filter(({ words }) => words.slice(0, 4).every((word) => word.trim() !== ''))
  .map(({ words, long, template, companionLanguage }) => {
    const word = (index: number) => words[index] ?? '';
    return {
      template: {
        id: 'referral',
        version: 1,
        name: 'Vermittlungsschreiben',
        ...(long.length % 2 ? template : (centralTemplates[0] ?? template)),
      },
      letter: {
        topic: 'kita',
        include: { birth: true, phone: true, email: true, district: true },
        concern: long,
        done: word(4),
        request: word(5),
        replyBy: null,
        enclosures: ['Kopie'],
        consentOn: null,
        companionLanguage,
      },
      person: {
        ...UNKNOWN_PERSON,
        givenName: word(6),
        familyName: word(7),
        ownScriptName: '',
        bornOn: '1990-01-01',
        birthPrecision: 'month',
        gender: 'd',
        roles: [],
        spoken: 'ar',
        understood: null,
        read: null,
        district: null,
        phone: word(8),
        email: '',
      },
      partner: {
        name: word(0),
        kind: 'other',
        authority: false,
        contactName: word(9),
        street: word(10),
        postalCodeAndTown: word(11),
        phone: word(12),
        email: '',
        topics: [],
        hours: '',
        way: '',
      },
      letterhead: {
        name: word(1),
        unit: word(13),
        street: word(14),
        postalCodeAndTown: '',
        phone: word(15),
        email: '',
        website: '',
      },
      office: { name: word(2).replaceAll('\n', ' '), address: long.slice(0, 190), openingHours: word(14) },
      author: { name: word(3).replaceAll('\n', ' '), phone: word(15), email: '' },
      writtenOn: '2026-11-22',
      reference: 'A1',
    } satisfies LetterSources;
  })
  // As the contract does: refused before it ever gets here, or cleaned.
  .map((made) => {
    const names = [made.office.name, made.author.name].map((name) => line(120).safeParse(name));
    if (names.some((name) => !name.success)) return null;
    const [subject, letter, person, partner, letterhead] = [
      line(200).safeParse(made.template.subject),
      letterParts.safeParse(made.letter),
      PersonFields.safeParse(made.person),
      PartnerFields.safeParse(made.partner),
      Letterhead.safeParse(made.letterhead),
    ];
    if (!subject.success || !letter.success || !person.success || !partner.success || !letterhead.success) return null;
    const template = { ...made.template, subject: subject.data };
    return {
      ...made,
      template,
      letter: letter.data,
      person: person.data,
      partner: partner.data,
      letterhead: letterhead.data,
    };
  })
  .filter((made) => made !== null);

describe('composeLetter', () => {
  it('makes a letter of whatever the contract lets through, without placeholders', () => {
    fc.assert(
      fc.property(sources, (made) => {
        const { sheet } = composeLetter(made);
        const html = renderLetterHtml(sheet, { fontFaceCss: '' });
        expect(html.slice(html.indexOf('<body>'))).not.toContain('{{');
      }),
      { numRuns: 200 },
    );
  });
});
