import type { LocalDate } from '../../shared/kernel/instants.ts';
import type { LetterSources } from '../../shared/letters/compose-letter.ts';
import type { OfficeSettings } from '../../shared/office/office.contract.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';

/** An invented case with every value filled in, so that each line of a template shows. The words are German, as letters are. */
export function sampleSources(
  template: LetterSources['template'],
  settings: Pick<OfficeSettings, 'name' | 'address' | 'openingHours' | 'employers'>,
  author: { name: string; employerKind: 'city' | 'partner' },
  today: LocalDate,
): LetterSources | null {
  const employer = settings.employers.find(({ kind }) => kind === author.employerKind);
  if (!employer) return null;
  return {
    template,
    letter: {
      topic: 'kita',
      include: { birth: true, phone: true, email: true, district: true },
      concern: 'Frau Muster sucht einen Kindergartenplatz für ihre Tochter.',
      done: 'Wir haben die Anmeldung im Kita-Portal gemeinsam ausgefüllt.',
      request: 'Bitte teilen Sie uns mit, ob und wann ein Platz frei wird.',
      replyBy: today,
      enclosures: ['Kopie der Anmeldung'],
      consentOn: today,
      companionLanguage: null,
    },
    person: {
      ...UNKNOWN_PERSON,
      givenName: 'Mina',
      familyName: 'Muster',
      ownScriptName: '',
      bornOn: '1990-04-03',
      birthPrecision: 'day',
      gender: 'w',
      roles: [],
      spoken: 'fa',
      understood: null,
      read: null,
      district: 'Mengede',
      phone: '0231 000000',
      email: 'mina.muster@example.org',
    },
    partner: {
      name: 'Kita Beispiel',
      kind: 'childcare',
      authority: false,
      contactName: 'Frau Beispiel',
      street: 'Musterweg 1',
      postalCodeAndTown: '44000 Dortmund',
      phone: '0231 000000',
      email: '',
      topics: ['kita'],
      hours: '',
      way: '',
    },
    letterhead: employer.letterhead,
    office: { name: settings.name, address: settings.address, openingHours: settings.openingHours },
    author: { name: author.name, phone: employer.letterhead.phone, email: employer.letterhead.email },
    writtenOn: today,
    reference: '0000ABCD',
  };
}
