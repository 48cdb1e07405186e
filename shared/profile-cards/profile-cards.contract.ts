import { z } from 'zod';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { PERSON_RULES } from '../people/people.contract.ts';
import { Nothing, procedure } from '../procedure.ts';
import { CARD_FIELDS, CardContent, CardDays, CardTopic, CardValues, MOST_CARD_TOPICS } from './card-content.ts';

/** What became of a card, as far as this office knows. */
export const CARD_STATES = ['valid', 'expired', 'lost', 'replaced'] as const;

/** A card that this office issued; what stands on it is on the card alone. */
export const CardView = z.strictObject({
  id: Id,
  revision: Revision,
  /** Printed on it, to tell cards apart. */
  number: z.string(),
  state: z.enum(CARD_STATES),
  fields: z.array(z.enum(CARD_FIELDS)),
  issuedOn: LocalDate,
  validUntil: LocalDate,
  issuedBy: z.string(),
});
export type CardView = z.infer<typeof CardView>;

/** A key of the network's cards, without the key. */
export const CardKeyView = z.strictObject({
  id: z.string(),
  /** The same in every office that holds the key, to be read aloud and compared. */
  fingerprint: z.string(),
  sinceAt: Instant,
  /** New cards are written with this one; with the others, cards are read. */
  current: z.boolean(),
});
export type CardKeyView = z.infer<typeof CardKeyView>;

const CardPin = z.string().regex(/^\d{6}$/);
/** What a scanner typed; a card has about 700 letters. */
const Scanned = z.string().max(6000);
const KeyText = z.string().max(4000);

const desk = ['desk'] as const;
const read = { right: 'people.read', from: desk } as const;
const write = { right: 'people.write', from: desk } as const;
const configure = { right: 'office.configure', from: desk } as const;

/** Why a card is not opened, before anybody is asked for a PIN. */
const UNREADABLE = [
  'no-card-key',
  'not-a-card',
  'card-of-other-version',
  'card-of-other-key',
  'card-damaged',
  'card-expired',
  'card-lost',
  'card-replaced',
] as const;

export const profileCardsContract = {
  /** The keys of the network's cards that this office holds, the newest first. */
  keys: procedure({
    access: { right: 'signed-in', from: desk },
    input: Nothing,
    output: z.strictObject({ keys: z.array(CardKeyView) }),
    errors: {},
  }),
  /** Makes the network's key in its first office, or a new one; cards under earlier keys are still read. */
  makeKey: procedure({
    access: configure,
    input: z.strictObject({ requestId: RequestId }),
    output: z.strictObject({ keyId: z.string() }),
    errors: {},
  }),
  /** What this office asks another one for the key with: a public key, nothing secret. */
  joinRequest: procedure({
    access: configure,
    input: z.strictObject({ requestId: RequestId }),
    output: z.strictObject({ text: z.string() }),
    errors: {},
  }),
  /** The key, sealed for the one office that asked. */
  grantKey: procedure({
    access: configure,
    input: z.strictObject({ requestId: RequestId, request: KeyText }),
    output: z.strictObject({ text: z.string() }),
    errors: { rule: ['no-card-key', 'bad-join-request', 'training-mixed'] },
  }),
  /** Takes the key that another office has sealed for this one. */
  acceptKey: procedure({
    access: configure,
    input: z.strictObject({ requestId: RequestId, sealed: KeyText }),
    output: z.strictObject({ keyId: z.string() }),
    errors: { rule: ['bad-sealed-key', 'sealed-for-another'] },
  }),
  /** A person's cards of this office, the newest first. */
  of: procedure({
    access: read,
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({ cards: z.array(CardView) }),
    errors: {},
  }),
  /**
   * Writes a card with these facts of a person and no others; an earlier card of theirs no longer opens here. A retry gets a
   * card of its own, and the one before it opens nowhere in this office.
   */
  issue: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      personId: Id,
      /** Of the person as the desk saw them: what is written is what was shown. */
      revision: Revision,
      fields: z.array(z.enum(CARD_FIELDS)).min(1).max(CARD_FIELDS.length),
      topics: z.array(CardTopic).max(MOST_CARD_TOPICS),
      pin: CardPin,
      language: z.enum(CLIENT_LANGUAGES),
    }),
    /** The page to print, and what its code says. */
    output: z.strictObject({ id: Id, html: z.string(), text: z.string() }),
    errors: { rule: ['no-card-key', 'card-needs-name', 'nothing-on-card', 'card-too-full', 'weak-pin'] },
  }),
  /** The client has lost the card: this office opens it no more. Other offices do until it expires. */
  markLost: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
  /** Whether what was scanned is a card that this office could open; nothing of it is read. */
  look: procedure({
    access: write,
    input: z.strictObject({ scanned: Scanned }),
    output: z.strictObject({ number: z.string(), issuedOn: LocalDate, validUntil: LocalDate }),
    errors: { rule: UNREADABLE },
  }),
  /** What a card says, with the client's PIN. Nothing of it is stored. */
  open: procedure({
    access: write,
    input: z.strictObject({ scanned: Scanned, pin: CardPin }),
    output: z.strictObject({
      content: CardContent,
      /** How many fields this program does not know. */
      leftOut: z.int(),
    }),
    errors: { rule: [...UNREADABLE, 'wrong-pin', 'paused', 'card-locked'] },
  }),
  /** Stores what the desk has chosen of a card, for a person or a new one, with the days of the card. */
  takeOver: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      /** Null: nobody yet. */
      person: z.strictObject({ id: Id, revision: Revision }).nullable(),
      values: CardValues.omit({ topics: true }),
      days: CardDays,
    }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: [...PERSON_RULES, 'fewer-than-members'] },
  }),
};
