import { contract } from '../../../shared/contract.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { randomKey } from '../../../shared/node/crypto.ts';
import { requirePerson } from '../people/person-row.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { keepCardKey, listCardKeys } from './card-key.ts';
import { cardNumber, listCards, markLost } from './card-row.ts';
import { acceptKey, grantKey, joinRequest } from './carry-key.ts';
import { issueCard } from './issue-card.ts';
import { openCard, scannedCard } from './open-card.ts';
import { takeOver } from './take-over.ts';

const { profileCards } = contract;

export const profileCardsHandlers = {
  keys: query(profileCards.keys, (db) => ({ keys: listCardKeys(db) })),
  makeKey: command(profileCards.makeKey, (tx) => ({ keyId: keepCardKey(tx, randomKey()) })),
  joinRequest: task(profileCards.joinRequest, (core, _input, caller) => joinRequest(core, whoCalls(caller))),
  grantKey: task(profileCards.grantKey, (core, input, caller) => grantKey(core, whoCalls(caller), input.request)),
  acceptKey: task(profileCards.acceptKey, (core, input, caller) => acceptKey(core, whoCalls(caller), input.sealed)),
  of: query(profileCards.of, (db, input, _who, core) => {
    requirePerson(db, input.personId);
    return { cards: listCards(db, input.personId, localDateOf(core.ports.clock.now())) };
  }),
  issue: task(profileCards.issue, (core, input, caller) => issueCard(core, whoCalls(caller), input)),
  markLost: command(profileCards.markLost, (tx, input) => markLost(tx, input)),
  look: query(profileCards.look, (db, input, _who, core) => {
    const { serial, issuedOn, validUntil } = scannedCard(db, core, input.scanned).card.head;
    return { number: cardNumber(serial), issuedOn, validUntil };
  }),
  open: task(profileCards.open, (core, input, caller) => openCard(core, whoCalls(caller), input)),
  takeOver: command(profileCards.takeOver, (tx, input, who) => takeOver(tx, input, who)),
} satisfies Record<keyof typeof profileCards, Handler>;
