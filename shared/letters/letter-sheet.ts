import { z } from 'zod';
import { CLIENT_LANGUAGES, TopicId } from '../catalogue/catalogue.ts';
import { OwnWords } from '../catalogue/own-words.ts';
import { LocalDate } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { ADDRESS_LINES } from './address-block.rules.ts';

/** Personal data that a letter can carry; the client reads the list on the companion page. */
export const DATA_KINDS = ['name', 'birth', 'phone', 'email', 'district', 'language', 'concern', 'done'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** What a client is asked to bring along, by phrase: only what stands in the locale files can be said in all languages. */
export const BRING_ITEMS = [
  'letter',
  'id',
  'papers',
  'birthCertificate',
  'vaccinationRecord',
  'rentalContract',
  'meterReading',
  'healthCard',
  'certificates',
] as const;
export type BringItem = (typeof BRING_ITEMS)[number];

const optional = (max: number) => z.string().max(max);

// Only pictures that are in the document itself, in formats that can neither run nor load anything.
const LogoDataUri = z
  .string()
  .max(300_000)
  .regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/);

const SheetLetterhead = z.strictObject({
  name: line(120),
  unit: optional(120),
  street: optional(120),
  postalCodeAndTown: optional(120),
  phone: optional(60),
  email: optional(120),
  website: optional(120),
  /** `#rrggbb` of the accent line; the house's teal when absent. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  logo: LogoDataUri.optional(),
});

/** The page for the client, made of checked phrases and of values; nothing in it is translated by a machine. */
export const CompanionSheet = z.strictObject({
  language: z.enum(CLIENT_LANGUAGES),
  recipientName: line(120),
  recipientAddress: z.array(line(120)).max(3),
  recipientPhone: optional(60),
  topic: TopicId.nullable(),
  /** What the office calls it, where it has added it. */
  ownTopic: OwnWords.nullable().optional(),
  contains: z.array(z.enum(DATA_KINDS)),
  consentOn: LocalDate.nullable(),
  replyBy: LocalDate.nullable(),
  appointment: z.strictObject({ date: LocalDate, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }).nullable(),
  bring: z.array(z.enum(BRING_ITEMS)),
  writtenOn: LocalDate,
  office: z.strictObject({
    name: line(120),
    address: optional(200),
    phone: optional(60),
    hours: optional(200),
    contactName: optional(80),
  }),
});
export type CompanionSheet = z.infer<typeof CompanionSheet>;

/**
 * Everything that is printed on a letter, as text, ready to be set. Storing it is storing the letter: nothing is looked
 * up while rendering but the fixed German words and the client phrases.
 */
export const LetterSheet = z.strictObject({
  template: z.strictObject({ id: z.string().max(40), version: z.int().min(1) }),
  letterhead: SheetLetterhead,
  /** Zusatz- und Vermerkzone, filled from the bottom: for example `Persönlich/Vertraulich`. */
  remarks: z.array(line(60)).max(3),
  addressLines: z.array(line(200)).min(1).max(ADDRESS_LINES),
  /** Whether the recipient is bound by social-data secrecy itself; if not, the letter carries the notice of SGB X §78. */
  recipientIsAuthority: z.boolean(),
  information: z.strictObject({
    yourReference: optional(60),
    yourMessageOn: LocalDate.nullable(),
    ourReference: optional(60),
    name: optional(80),
    phone: optional(60),
    email: optional(120),
    date: LocalDate,
  }),
  subject: line(2000),
  salutation: line(200),
  body: z.array(z.strictObject({ label: z.string().max(40).nullable(), text: text(40_000) })).max(8000),
  closing: line(80),
  signature: z.strictObject({ name: optional(80), role: optional(80) }),
  enclosures: z.array(line(120)).max(10),
  /** Below the text on every page of the letter: the office, not the employer. */
  footer: z.array(line(400)).max(2),
  companion: CompanionSheet.nullable(),
});
export type LetterSheet = z.infer<typeof LetterSheet>;
