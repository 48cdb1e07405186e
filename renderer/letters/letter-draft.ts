import { CANNOT_READ, CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import type { LetterInput } from '../../shared/letters/letters.contract.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';

/** A letter while it is being written: everything of its input, the partner perhaps not chosen yet. */
export type LetterDraft = Omit<LetterInput, 'partnerId'> & { partnerId: string | null };

/** What the desk knows when it opens the composer. */
export interface LetterOccasion {
  contactId: string | null;
  personId: string | null;
  topic: string | null;
  /** The language that the client reads, as the ticket says; without it the person's own. */
  readLanguage?: string | null;
}

/** The data of a person that can go along beside the name. */
export const DATA_CHOICES = ['birth', 'phone', 'email', 'district'] as const;
export type DataChoice = (typeof DATA_CHOICES)[number];

/** A page for the client only in a language that has one; null for German, which the letter itself is in. */
export function companionFor(language: string | null | undefined): string | null {
  if (!language || language === 'de') return null;
  return CLIENT_LANGUAGES.find((known) => known === language) ?? 'en';
}

/** A letter of which only the occasion and the template are known. */
export function newLetter(occasion: LetterOccasion, templateId: string): LetterDraft {
  return {
    contactId: occasion.contactId,
    personId: occasion.personId,
    partnerId: null,
    templateId,
    topic: occasion.topic,
    include: { birth: false, phone: false, email: false, district: false },
    concern: '',
    done: '',
    request: '',
    replyBy: null,
    enclosures: [],
    consentOn: null,
    companionLanguage: companionFor(occasion.readLanguage),
  };
}

/**
 * The language of a page for somebody: the one they read, else the one they understand or speak. Who cannot read gets it in
 * the one that they understand: somebody reads it to them.
 */
export function readLanguageOf(person: Pick<PersonView, 'read' | 'understood' | 'spoken'>): string | null {
  const read = person.read === CANNOT_READ ? null : person.read;
  return read ?? person.understood ?? person.spoken;
}

/** The letter as the office takes it; null as long as it goes to nobody. */
export function letterOf(draft: LetterDraft): LetterInput | null {
  const { partnerId } = draft;
  return partnerId === null ? null : { ...draft, partnerId };
}
