import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { DoorAnswer } from '../interpreters/interpreters.contract.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';

/** What the slips come out on: a sheet, a quarter of one, the roll of a receipt printer. */
export const PAPER_SIZES = ['A4', 'A6', 'thermal-80'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export const SCREEN_KINDS = ['kiosk', 'display'] as const;
export const ScreenKind = z.enum(SCREEN_KINDS);
export type ScreenKind = z.infer<typeof ScreenKind>;

/** The code that a screen shows and somebody at the desk types. */
export const PairingCode = z.string().regex(/^\d{6}$/);

/** A wait as it is told: never a point. Null: nothing can be said honestly. */
export const WaitRange = z.strictObject({ fromMinutes: z.int().min(0), toMinutes: z.int().min(0) }).nullable();
export type WaitRange = z.infer<typeof WaitRange>;

/** What a screen that is being paired is told: the code to show, and at last its token. The stream ends when the code is too old. */
export const PairingStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('code'), code: PairingCode, secondsLeft: z.int().min(0) }),
  z.strictObject({ step: z.literal('paired'), token: z.string() }),
]);
export type PairingStep = z.infer<typeof PairingStep>;

/** What somebody may expect who comes now and speaks this language; nothing of who would serve them. */
export const ExpectedWait = z.strictObject({
  language: z.string(),
  verdict: DoorAnswer.shape.verdict,
  /** Wall time until which the language is spoken today; null: not known, or not today. */
  until: z.string().nullable(),
  range: WaitRange,
});
export type ExpectedWait = z.infer<typeof ExpectedWait>;

/** A ticket on the display: number, picture, desk. No name, no topic. */
export const CallView = z.strictObject({
  /** Changes with each call of a ticket, so that a repeated call is told from the first. */
  key: z.string(),
  number: z.int().min(1).max(999),
  label: z.string(),
  desk: z.int().min(1),
  /** The languages of the spoken call, the ticket's own first. */
  languages: z.array(z.string()),
  calledAt: Instant,
  /** 0: called for the first time since it waited. */
  repetition: z.int().min(0),
  /** Whether it is still waited for; else it stands among the last calls. */
  active: z.boolean(),
});
export type CallView = z.infer<typeof CallView>;

export const DisplayBoard = z.strictObject({
  now: Instant,
  day: LocalDate,
  time: LocalTime,
  officeName: z.string(),
  /** Null: the day goes on. */
  closedAt: Instant.nullable(),
  /** Newest first. */
  calls: z.array(CallView),
  waiting: z.int().min(0),
  /** For somebody who comes now, per language of the office. */
  waits: z.array(ExpectedWait),
  /** What the desk has written under it. */
  text: z.string(),
});
export type DisplayBoard = z.infer<typeof DisplayBoard>;

export const KIOSK_STATES = ['open', 'closed', 'exhausted'] as const;

export const KioskWelcome = z.strictObject({
  state: z.enum(KIOSK_STATES),
  officeName: z.string(),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
  /** Whether a slip will come out. */
  prints: z.boolean(),
});
export type KioskWelcome = z.infer<typeof KioskWelcome>;

export const ScreenView = z.strictObject({
  id: z.string(),
  kind: ScreenKind,
  name: z.string(),
  /** Null: opened from this desk, gone when it is closed. */
  pairedAt: Instant.nullable(),
  lastSeenAt: Instant,
  connected: z.boolean(),
});
export type ScreenView = z.infer<typeof ScreenView>;

export const ScreenSettings = z.strictObject({
  revision: Revision,
  network: z.boolean(),
  port: z.int(),
  displayText: z.string(),
  paper: z.enum(PAPER_SIZES),
  /** Whether this host can serve the office network at all. */
  canServe: z.boolean(),
  /** What to type into the browser of a screen, without the kind's word at the end; empty while nothing is served. */
  addresses: z.array(z.string()),
  /** Why the network is not served though it should be. */
  problem: z.enum(['port-in-use', 'failed']).nullable(),
  /** Whether slips come out of a printer without a dialogue. */
  prints: z.boolean(),
});
export type ScreenSettings = z.infer<typeof ScreenSettings>;

const desk = ['desk'] as const;
const screens = ['kiosk', 'display'] as const;

export const screensContract = {
  /** For a screen that nobody knows yet: shows a code until it is confirmed at the desk. */
  pair: procedure({
    access: { right: 'public', from: screens },
    input: Nothing,
    output: eventIterator(PairingStep),
    errors: { rule: ['pairing-busy'] },
  }),
  /** A paired screen says who it is; before that it is told nothing. */
  enter: procedure({
    access: { right: 'public', from: screens },
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    output: z.strictObject({ name: z.string() }),
    errors: { rule: ['not-paired'] },
  }),
  /** Whether this connection is a screen's already: the second window of this computer is. */
  self: procedure({
    access: { right: 'paired', from: screens },
    input: Nothing,
    output: z.strictObject({ name: z.string() }),
    errors: {},
  }),
  /** One empty word whenever the queue may have changed. */
  ticks: procedure({
    access: { right: 'paired', from: screens },
    input: Nothing,
    output: eventIterator(Nothing),
    errors: {},
  }),
  board: procedure({
    access: { right: 'paired', from: ['display'] },
    input: Nothing,
    output: DisplayBoard,
    errors: {},
  }),
  welcome: procedure({
    access: { right: 'paired', from: ['kiosk'] },
    input: Nothing,
    output: KioskWelcome,
    errors: {},
  }),
  expectedWait: procedure({
    access: { right: 'paired', from: ['kiosk'] },
    input: z.strictObject({ language: LanguageId }),
    output: ExpectedWait,
    errors: {},
  }),
  /** Gives a number, and prints its slip where there is a printer. */
  takeTicket: procedure({
    access: { right: 'paired', from: ['kiosk'] },
    input: z.strictObject({ requestId: RequestId, language: LanguageId, topics: z.array(TopicId).max(8) }),
    output: z.strictObject({
      number: z.int().min(1).max(999),
      label: z.string(),
      range: WaitRange,
      printed: z.boolean(),
    }),
    errors: { rule: ['not-offered', 'day-closed', 'numbers-exhausted', 'kiosk-busy'] },
  }),

  list: procedure({
    access: { right: 'screens.pair', from: desk },
    input: Nothing,
    output: z.strictObject({ screens: z.array(ScreenView), waitingToPair: z.int() }),
    errors: {},
  }),
  /** Lets the screen in that shows this code. After a few wrong codes all that wait are void. */
  confirmPairing: procedure({
    access: { right: 'screens.pair', from: desk },
    input: z.strictObject({ requestId: RequestId, code: PairingCode, name: line(60) }),
    output: z.strictObject({ screenId: Id, kind: ScreenKind }),
    errors: { rule: ['pairing-code-wrong', 'pairing-paused'] },
  }),
  /** Ends a screen's connection at once and for good. */
  revoke: procedure({
    access: { right: 'screens.pair', from: desk },
    input: z.strictObject({ requestId: RequestId, screenId: z.string().max(60) }),
    output: Nothing,
    errors: {},
  }),
  /** A second window of this computer. With an address the desk opens it itself, without one the program has. */
  openHere: procedure({
    access: { right: 'screens.pair', from: desk },
    input: z.strictObject({ kind: ScreenKind }),
    output: z.strictObject({ url: z.string().nullable() }),
    errors: { rule: ['no-second-window'] },
  }),
  settings: procedure({
    access: { right: 'signed-in', from: desk },
    input: Nothing,
    output: ScreenSettings,
    errors: {},
  }),
  changeSettings: procedure({
    access: { right: 'screens.pair', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      revision: Revision,
      network: z.boolean(),
      port: z.int().min(1024).max(65_535),
      paper: z.enum(PAPER_SIZES),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
  /** What stands at the foot of every display. */
  changeText: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ requestId: RequestId, text: text(120) }),
    output: Nothing,
    errors: {},
  }),
  /** A page of hard strings, to see whether this printer sets every script right. */
  selfTest: procedure({
    access: { right: 'signed-in', from: desk },
    input: Nothing,
    output: z.strictObject({ html: z.string() }),
    errors: {},
  }),
  /** Sends a ticket's slip to the slip printer. Not printed: the screen opens the slip to print by hand. */
  printSlip: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ticketId: Id }),
    output: z.strictObject({ printed: z.boolean() }),
    errors: {},
  }),
};
