import { centralTemplates } from '../../shared/letters/central-templates.ts';
import type { LetterSources } from '../../shared/letters/compose-letter.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';

const [referral] = centralTemplates;
if (!referral) throw new Error('There is no central template');

/** An invented letter to a day-care centre as a counsellor of the city would write it; parts can be replaced. */
export function sampleSources(
  replaced: {
    letter?: Partial<LetterSources['letter']>;
    person?: Partial<LetterSources['person']> | null;
    partner?: Partial<LetterSources['partner']>;
    letterhead?: Partial<LetterSources['letterhead']>;
    office?: Partial<LetterSources['office']>;
    template?: Partial<LetterSources['template']>;
  } = {},
): LetterSources {
  return {
    template: { ...(referral as NonNullable<typeof referral>), name: 'Vermittlungsschreiben', ...replaced.template }, // checked above
    letter: {
      topic: 'kita',
      include: { birth: true, phone: true, email: false, district: true },
      concern:
        'Frau Mansour sucht für ihren Sohn Elias (3 Jahre) einen Platz in einer Kindertageseinrichtung. Die Familie ist im September in die neue Wohnung gezogen. Bisher hat sie keine Zusage bekommen.',
      done: 'Wir haben den Antrag im Kita-Portal gemeinsam ausgefüllt und drei Einrichtungen angerufen.',
      request:
        'Bitte teilen Sie uns mit, ob Sie ab Februar einen Platz haben. Wenn nicht, nehmen Sie Elias bitte auf Ihre Warteliste.',
      replyBy: '2026-12-06',
      enclosures: ['Anmeldung im Kita-Portal (Kopie)', 'Einverständniserklärung'],
      consentOn: '2026-11-22',
      companionLanguage: null,
      ...replaced.letter,
    },
    person:
      replaced.person === null
        ? null
        : {
            ...UNKNOWN_PERSON,
            givenName: 'Nour',
            familyName: 'Mansour',
            ownScriptName: 'نور منصور',
            bornOn: '1994-01-01',
            birthPrecision: 'year',
            gender: 'w',
            roles: [],
            spoken: 'ar',
            understood: null,
            read: null,
            district: 'Mengede',
            phone: '0176 5550123',
            email: '',
            ...replaced.person,
          },
    partner: {
      name: 'Kita Beispiel',
      kind: 'childcare',
      authority: false,
      contactName: 'Frau Al-Ahmad',
      street: 'Beispielstraße 12',
      postalCodeAndTown: '44357 Dortmund',
      phone: '0231 555-0101',
      email: '',
      topics: ['kita'],
      hours: '',
      way: '',
      ...replaced.partner,
    },
    letterhead: {
      name: 'Stadt Dortmund',
      unit: 'Sozialamt · Dortmunder Integrationsnetzwerk',
      street: 'Westerfilder Straße 54',
      postalCodeAndTown: '44357 Dortmund',
      phone: '0231 50-11148',
      email: 'buero.mh@stadt.example',
      website: 'www.stadt.example/willkommen',
      ...replaced.letterhead,
    },
    office: {
      name: 'lokal willkommen Mengede/Huckarde',
      address: 'Westerfilder Straße 54, 44357 Dortmund',
      openingHours: 'Mo 9-12, Di 13-16, Do 14-17, Fr 9-12',
      ...replaced.office,
    },
    author: { name: 'Anna Reuter', phone: '0231 50-11148', email: 'buero.mh@stadt.example' },
    writtenOn: '2026-11-22',
    reference: 'MH-2026-0147',
  };
}
