import printed from '../../resources/locales/de/letter-print.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage, catalogue } from '../catalogue/catalogue.ts';
import type { OwnWords } from '../catalogue/own-words.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { isBlank } from '../kernel/text.ts';
import type { Letterhead } from '../office/office.contract.ts';
import type { PartnerFields } from '../partners/partners.contract.ts';
import type { PersonFields } from '../people/people.contract.ts';
import { addressBlock } from './address-block.rules.ts';
import { bringItemsFor } from './bring-items.rules.ts';
import { germanBirth, germanDate, germanPhone } from './german-formats.ts';
import { type DataKind, LetterSheet } from './letter-sheet.ts';
import type { LetterInput } from './letters.contract.ts';
import { nameForLetter } from './name-for-letter.ts';
import type { Placeholder, PlaceholderValues } from './placeholders.ts';
import { addresseeLine, addresseeOf, salutation } from './salutation.rules.ts';
import { fillTemplate, type LetterTemplateText } from './template.rules.ts';

/** Everything that a letter is made from; the office reads it, this page only sets it. */
export interface LetterSources {
  template: LetterTemplateText & { id: string; version: number; name: string };
  letter: Omit<LetterInput, 'contactId' | 'personId' | 'partnerId' | 'templateId'>;
  /** What the office calls the letter's topic, where it has added it. */
  ownTopic?: OwnWords | null;
  /** Null for somebody who stays anonymous. */
  person: PersonFields | null;
  partner: PartnerFields;
  /** Of the author's employer. */
  letterhead: Letterhead;
  office: { name: string; address: string; openingHours: string };
  author: { name: string; phone: string; email: string };
  writtenOn: LocalDate;
  /** Our reference; blank when there is none. */
  reference: string;
}

export interface ComposedLetter {
  sheet: LetterSheet;
  /** Placeholders without a value; each took only its own line away. */
  missing: Placeholder[];
  /** The personal data that this letter carries. */
  leaves: DataKind[];
}

const DATA_BY_PLACEHOLDER: Readonly<Partial<Record<Placeholder, DataKind>>> = {
  'person.name': 'name',
  'person.birth': 'birth',
  'person.phone': 'phone',
  'person.email': 'email',
  'person.district': 'district',
  'person.language': 'language',
  concern: 'concern',
  done: 'done',
};

function catalogueName(entries: readonly { id: string; de?: string; name?: string }[], id: string | null): string {
  const entry = entries.find((candidate) => candidate.id === id);
  return entry?.de ?? entry?.name ?? '';
}

/** The language of the companion page: the wished one, or English where the phrases are not there in it. */
function companionLanguage(languageId: string): ClientLanguage {
  return CLIENT_LANGUAGES.find((language) => language === languageId) ?? 'en';
}

function valuesOf(sources: LetterSources): PlaceholderValues {
  const { letter, person, partner, author } = sources;
  const chosen = (include: boolean, value: string | undefined) => (include ? (value ?? '') : null);
  const birth = person?.bornOn ? germanBirth(person.bornOn, person.birthPrecision ?? 'day') : '';
  return {
    // Nobody can be named in a letter about somebody who stays anonymous: left out on purpose, not forgotten.
    'person.name': person === null ? null : nameForLetter(person),
    'person.birth': chosen(letter.include.birth && person !== null, birth),
    'person.phone': chosen(letter.include.phone && person !== null, germanPhone(person?.phone ?? '')),
    'person.email': chosen(letter.include.email && person !== null, person?.email),
    'person.district': chosen(letter.include.district && person !== null, person?.district ?? ''),
    'person.language': person === null ? null : catalogueName(catalogue.languages, person.understood ?? person.spoken),
    'partner.name': partner.name,
    'partner.contact': partner.contactName,
    'partner.address': present([partner.street, partner.postalCodeAndTown]).join(', '),
    'partner.phone': germanPhone(partner.phone),
    'author.name': author.name,
    'author.phone': germanPhone(author.phone),
    'author.email': author.email,
    'employer.name': sources.letterhead.name,
    'office.name': sources.office.name,
    'office.address': present(sources.office.address.split('\n')).join(', '),
    'office.hours': present(sources.office.openingHours.split('\n')).join(', '),
    topic: sources.ownTopic?.de ?? catalogueName(catalogue.topics, letter.topic),
    concern: letter.concern,
    done: letter.done,
    request: letter.request,
    replyBy: letter.replyBy === null ? '' : germanDate(letter.replyBy),
    consentOn: letter.consentOn === null ? '' : germanDate(letter.consentOn),
    date: germanDate(sources.writtenOn),
    reference: sources.reference,
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const present = (parts: readonly string[]) => parts.map(oneLine).filter((part) => !isBlank(part));

function footerOf(office: LetterSources['office']): string[] {
  const where = present([office.name, ...office.address.split('\n')]).join(' · ');
  const hours = present(office.openingHours.split('\n')).join(' · ');
  const phrase = printed.officeHours;
  return present([where, hours === '' ? '' : phrase.replace('{{hours}}', () => hours)]);
}

/**
 * Makes the sheet of a letter to a partner, ready for `renderLetterHtml`, and says what is missing in it and which
 * personal data it carries. Pure: the same sources give the same sheet.
 */
export function composeLetter(sources: LetterSources): ComposedLetter {
  const { template, letter, partner, office, author } = sources;
  const filled = fillTemplate(template, valuesOf(sources));
  const addressee = addresseeOf(partner.contactName);
  const kinds = filled.used.map((placeholder) => DATA_BY_PLACEHOLDER[placeholder]).filter((kind) => kind !== undefined);
  const leaves = [...new Set(kinds)];
  const { name, unit, street, postalCodeAndTown, phone, email, website } = sources.letterhead;

  const sheet: LetterSheet = {
    template: { id: template.id, version: template.version },
    letterhead: { name, unit, street, postalCodeAndTown, phone: germanPhone(phone), email, website },
    remarks: [],
    addressLines: addressBlock({
      organisation: partner.name,
      unit: '',
      person: addresseeLine(addressee),
      street: partner.street,
      postalCodeAndTown: partner.postalCodeAndTown,
      country: '',
    }),
    recipientIsAuthority: partner.authority,
    information: {
      yourReference: '',
      yourMessageOn: null,
      ourReference: sources.reference,
      name: author.name,
      phone: germanPhone(author.phone),
      email: author.email,
      date: sources.writtenOn,
    },
    subject: filled.subject ?? template.name,
    salutation: salutation(addressee),
    body: filled.lines,
    closing: printed.closing,
    signature: { name: author.name, role: '' },
    enclosures: letter.enclosures,
    footer: footerOf(office),
    companion:
      letter.companionLanguage === null
        ? null
        : {
            language: companionLanguage(letter.companionLanguage),
            recipientName: partner.name,
            recipientAddress: present([partner.street, partner.postalCodeAndTown]),
            recipientPhone: germanPhone(partner.phone),
            topic: letter.topic,
            ownTopic: sources.ownTopic ?? null,
            contains: leaves,
            consentOn: letter.consentOn,
            replyBy: letter.replyBy,
            appointment: null,
            bring: bringItemsFor(letter.topic),
            writtenOn: sources.writtenOn,
            office: {
              name: office.name,
              address: office.address,
              phone: germanPhone(author.phone),
              hours: office.openingHours,
              contactName: author.name,
            },
          },
  };
  // Limits and control characters are checked here once, so that whatever reaches the renderer can be set.
  return { sheet: LetterSheet.parse(sheet), missing: filled.missing, leaves };
}
