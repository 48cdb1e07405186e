import { localDateOf } from '../../../shared/kernel/instants.ts';
import { SealBroken } from '../../../shared/node/crypto.ts';
import type { CardContent } from '../../../shared/profile-cards/card-content.ts';
import { beginsLikeCard, cardBytes } from '../../../shared/profile-cards/card-text.ts';
import { oneAtATimeFor } from '../access/key-work.ts';
import type { Who } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { CardUnreadable } from './card-coding.ts';
import { type CardKey, currentCardKey, findCardKey } from './card-key.ts';
import { endOfCard } from './card-row.ts';
import { isGenuine, readCard, type SealedCard, unsealCard } from './seal-card.ts';
import { countWrongPin, forgetWrongPins, isLocked } from './wrong-pins.ts';

/**
 * Takes what a scanner typed for a card that this office can open, given the PIN. Throws RULE, the reason in the order in
 * which it can be known: no-card-key, not-a-card, card-of-other-version, card-of-other-key, card-damaged, card-expired,
 * card-lost, card-replaced.
 */
export function scannedCard(db: Db, core: Core, scanned: string): { card: SealedCard; key: CardKey } {
  if (!currentCardKey(db)) throw rule('no-card-key');
  const bytes = cardBytes(scanned);
  // A scanner that breaks off may stop within a byte.
  if (!bytes) throw rule(beginsLikeCard(scanned) ? 'card-damaged' : 'not-a-card');
  const card = readCard(bytes);
  if (typeof card === 'string') throw rule(card);
  const key = findCardKey(db, card.head.keyId);
  if (!key) throw rule('card-of-other-key');
  if (!isGenuine(card, key)) throw rule('card-damaged');
  if (card.head.validUntil < localDateOf(core.ports.clock.now())) throw rule('card-expired');
  const ended = endOfCard(db, card.head.serial);
  if (ended) throw rule(`card-${ended}`);
  return { card, key };
}

/**
 * Opens a card with the client's PIN. Wrong PINs pause the whole office, longer each time, and after ten in a row this
 * office opens the card no more: one at a time, so that each try meets the pause that the one before has earned. Throws RULE
 * as {@link scannedCard}, and paused, card-locked, wrong-pin.
 */
export function openCard(
  core: Core,
  who: Who,
  { scanned, pin }: { scanned: string; pin: string },
): Promise<{ content: CardContent; leftOut: number }> {
  return oneAtATimeFor(core, who, 'people.write', async () => {
    const db = openDatabaseOf(core);
    const { card, key } = scannedCard(db, core, scanned);
    const { serial } = card.head;
    if (isLocked(db, serial)) throw rule('card-locked');
    const seconds = core.cardPause.remainingSeconds();
    if (seconds > 0) throw rule('paused', { retryAfterSeconds: seconds });
    const command = { staffId: who.staffId, procedure: 'profileCards.open' };
    try {
      const opened = await unsealCard(card, key, pin);
      core.cardPause.succeeded();
      writeAndPublish(core, command, (tx) => forgetWrongPins(tx, serial));
      return opened;
    } catch (error) {
      if (error instanceof CardUnreadable) throw rule('card-damaged');
      if (!(error instanceof SealBroken)) throw error;
      core.cardPause.failed();
      writeAndPublish(core, command, (tx) => countWrongPin(tx, serial));
      throw rule('wrong-pin', { retryAfterSeconds: core.cardPause.remainingSeconds() });
    }
  });
}
