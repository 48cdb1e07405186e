import type { LetterInput } from '../../../shared/letters/letters.contract.ts';

/** A referral letter with everything that an author must think of; a test says what it is about. */
export function aLetter(letter: Partial<LetterInput> & { partnerId: string }): LetterInput {
  return {
    contactId: null,
    personId: null,
    templateId: 'referral',
    topic: 'kita',
    include: { birth: false, phone: false, email: false, district: false },
    concern: 'Ein Platz für das jüngste Kind.',
    done: 'Vormerkung im Portal.',
    request: 'Bitte nennen Sie uns einen Termin.',
    replyBy: '2026-12-07',
    enclosures: [],
    consentOn: '2026-11-23',
    companionLanguage: null,
    ...letter,
  };
}
