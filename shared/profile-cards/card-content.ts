import { z } from 'zod';
import { catalogue, District, LanguageId, ReadingLanguageId } from '../catalogue/catalogue.ts';
import { LocalDate } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { BIRTH_PRECISIONS } from '../people/people.contract.ts';

/** What a profile card can hold, in the order in which the desk shows it. There is nothing else that could get on it. */
export const CARD_FIELDS = [
  'name',
  'documentName',
  'ownScriptName',
  'spokenName',
  'birth',
  'spoken',
  'understood',
  'read',
  'phone',
  'district',
  'householdSize',
  'topics',
] as const;
export type CardField = (typeof CARD_FIELDS)[number];

/** Topics that say something about a residence status by being named; they never get on a card. */
const NOT_ON_A_CARD: ReadonlySet<string> = new Set(['residence', 'family-reunification']);

/** The matters that may stand on a card: central ones, since no other office knows what this one has added. */
export const CARD_TOPICS: readonly string[] = catalogue.topics
  .map(({ id }) => id)
  .filter((id) => !NOT_ON_A_CARD.has(id));
export const CardTopic = z.string().refine((id) => CARD_TOPICS.includes(id));
export const MOST_CARD_TOPICS = 8;

/** The value of each field. A card written by a newer program is read field by field with these. */
export const CARD_VALUES = {
  name: z
    .strictObject({ givenName: text(100), familyName: text(100), familyFirst: z.boolean() })
    .refine(({ givenName, familyName }) => givenName !== '' || familyName !== ''),
  documentName: line(200),
  ownScriptName: line(200),
  spokenName: line(120),
  birth: z.strictObject({ bornOn: LocalDate, birthPrecision: z.enum(BIRTH_PRECISIONS) }),
  spoken: LanguageId,
  understood: LanguageId,
  read: ReadingLanguageId,
  phone: line(60),
  district: District,
  householdSize: z.int().min(1).max(20),
  topics: z.array(CardTopic).min(1).max(MOST_CARD_TOPICS),
} as const satisfies Record<CardField, z.ZodType>;

/** What stands on a card; what the client did not choose is missing. */
export const CardValues = z.strictObject(CARD_VALUES).partial();
export type CardValues = z.infer<typeof CardValues>;

/** When each value was last found right; missing: nobody knows. */
export const CardDays = z.partialRecord(z.enum(CARD_FIELDS), LocalDate);
export type CardDays = z.infer<typeof CardDays>;

/** All that a card says, once it is open. */
export const CardContent = z.strictObject({
  /** The office that issued it. */
  officeName: z.string().max(200),
  values: CardValues,
  days: CardDays,
});
export type CardContent = z.infer<typeof CardContent>;
