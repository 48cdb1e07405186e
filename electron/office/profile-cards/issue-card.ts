import { create } from 'qrcode';
import { v7 as uuidv7 } from 'uuid';
import { addDays, localDateOf } from '../../../shared/kernel/instants.ts';
import { qrSvg } from '../../../shared/languages/qr-svg.ts';
import { CARD_FIELDS } from '../../../shared/profile-cards/card-content.ts';
import { cardText } from '../../../shared/profile-cards/card-text.ts';
import { isWeakPin } from '../../../shared/profile-cards/pin.rules.ts';
import type { profileCardsContract } from '../../../shared/profile-cards/profile-cards.contract.ts';
import { renderProfileCard } from '../../../shared/profile-cards/render-profile-card.ts';
import { oneAtATimeFor } from '../access/key-work.ts';
import type { Who } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { findOffice } from '../office/office-row.ts';
import { getEmployer } from '../office/settings.ts';
import { getPerson } from '../people/person-row.ts';
import { rule } from '../rpc/faults.ts';
import type { InputOf } from '../rpc/handlers.ts';
import { currentCardKey } from './card-key.ts';
import { contentOf } from './card-of-person.ts';
import { cardNumber, insertCard } from './card-row.ts';
import { sealCard } from './seal-card.ts';

/** A card holds for a year: one that was lost opens nowhere afterwards, and what stands on it grows old. */
const VALID_DAYS = 365;
/** The most letters of a code that a printed A6 card carries so that every scanner reads it: each square 0.5 mm. */
const MOST_LETTERS = 1500;

/**
 * Writes a card and the page to print. The PIN is nowhere kept. Throws NOT_FOUND, CONFLICT, RULE no-card-key,
 * card-needs-name, nothing-on-card, card-too-full, weak-pin.
 */
export function issueCard(
  core: Core,
  who: Who,
  input: InputOf<typeof profileCardsContract.issue>,
): Promise<{ id: string; html: string; text: string }> {
  return oneAtATimeFor(core, who, 'people.write', async () => {
    const db = openDatabaseOf(core);
    const key = currentCardKey(db);
    if (!key) throw rule('no-card-key');
    const content = contentOf(db, input);
    if (isWeakPin(input.pin, getPerson(db, input.personId).bornOn)) throw rule('weak-pin');
    const issuedOn = localDateOf(core.ports.clock.now());
    const term = { issuedOn, validUntil: addDays(issuedOn, VALID_DAYS) };
    const { head, bytes } = await sealCard(content, key, { pin: input.pin, ...term });
    const text = cardText(bytes);
    if (text.length > MOST_LETTERS) throw rule('card-too-full');
    const id = uuidv7();
    writeAndPublish(core, { staffId: who.staffId, procedure: 'profileCards.issue' }, (tx) => {
      // The person may have changed while the PIN's key was derived.
      contentOf(tx, input);
      const fields = CARD_FIELDS.filter((field) => content.values[field] !== undefined);
      insertCard(tx, {
        id,
        personId: input.personId,
        serial: head.serial,
        fields,
        ...term,
        issuedBy: who.staffId,
      });
    });
    const html = renderProfileCard({
      ...term,
      number: cardNumber(head.serial),
      officeName: findOffice(db).name,
      phone: getEmployer(db, who.employerId).letterhead.phone,
      language: input.language,
      qr: qrSvg(create(text, { errorCorrectionLevel: 'M' }).modules),
      fontFaceCss: core.ports.fontFaceCss,
    });
    return { id, html, text };
  });
}
