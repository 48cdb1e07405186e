import { z } from 'zod';
import { PAGE_KINDS } from './desk-page.ts';

/** Numbers one screen of the shell; its session ends when the shell takes the number back. */
const Screen = z.int().min(1);
/** Pairs a question of the office with the shell's answer. */
const Request = z.int().min(1);
// Not z.instanceof: its type asks for a buffer that is not shared, which Node's own functions do not promise.
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the shell tells the office process, over the process's own control port. */
export const ToOffice = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    dataFolder: z.string().min(1),
    /** Makes the training office where no office is yet. */
    training: z.boolean(),
    /** Whether the operating system's keychain protects what it is given. */
    keychain: z.boolean(),
    /** Whether a printer for slips is set on this computer. */
    slipPrinter: z.boolean(),
  }),
  /** A new screen; its message port travels with this. */
  z.strictObject({ type: z.literal('connect'), screen: Screen, kind: z.enum(PAGE_KINDS) }),
  z.strictObject({ type: z.literal('disconnect'), screen: Screen }),
  /** The computer's screen was locked, or it goes to sleep: every session ends. */
  z.strictObject({ type: z.literal('lock') }),
  /** The computer has slept: what was due meanwhile is due now. */
  z.strictObject({ type: z.literal('catch-up') }),
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('answer'), request: Request, bytes: Bytes.nullable() }),
]);
export type ToOffice = z.infer<typeof ToOffice>;

/** Why an office process ends at once: another one has the data folder, or it could not start. */
export const REFUSALS = ['in-use', 'failed'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What the office asks of the shell. The answer's bytes are the PDF or the (un)wrapped secret, none for a slip; null: it did not work. */
export const Question = z.discriminatedUnion('service', [
  /** A complete page: title, language and fonts stand in it. */
  z.strictObject({ service: z.literal('print-to-pdf'), html: z.string() }),
  /** On paper at once, without a dialogue; answered with null where this computer has no slip printer set. */
  z.strictObject({ service: z.literal('print-slip'), html: z.string() }),
  /** A second window of this computer; answered with no bytes once it opens. */
  z.strictObject({ service: z.literal('open-screen'), kind: z.enum(['kiosk', 'display']) }),
  z.strictObject({ service: z.literal('keychain-wrap'), secret: Bytes }),
  z.strictObject({ service: z.literal('keychain-unwrap'), wrapped: Bytes }),
]);
export type Question = z.infer<typeof Question>;

/** What the office process tells the shell. */
export const FromOffice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('refused'), why: z.enum(REFUSALS) }),
  z.strictObject({ type: z.literal('ask'), request: Request, question: Question }),
  z.strictObject({ type: z.literal('stopped') }),
]);
export type FromOffice = z.infer<typeof FromOffice>;
