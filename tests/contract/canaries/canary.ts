import { randomBytes } from 'node:crypto';
import type { DeskClient } from '../../../electron/hosts/desk-client.ts';
import { indexedWords } from '../../../shared/people/names/indexed-words.ts';
import { readingsText } from '../../../shared/people/names/word-row.ts';
import { SMALL_STAFF, type SmallStaff } from '../../hosts/small-office.ts';

/** A text that is nowhere else, and who may see it in a reply. */
export interface Canary {
  what: string;
  text: string;
  readers: ReadonlySet<SmallStaff>;
  /** What else is kept of it: the sounds and keys under which a name is found. Nobody is ever told them. */
  traces: readonly string[];
  /** It was taken out: nothing of it may be left in the database either. */
  gone: boolean;
}

/** The ids that a curious caller may have got hold of, by the name of the input field that takes them. */
export const ID_FIELDS = [
  'appointmentId',
  'callId',
  'contactId',
  'flatId',
  'interpreterId',
  'landlordId',
  'letterId',
  'noteId',
  'partnerId',
  'personId',
  'referralId',
  'releaseId',
  'stepId',
  'ticketId',
] as const;
export type IdField = (typeof ID_FIELDS)[number];

/** Everything that was planted. */
export interface PlantedDay {
  canaries: readonly Canary[];
  ids: Readonly<Record<IdField, readonly string[]>>;
}

export type Employer = 'city' | 'partner';

const EVERYBODY = Object.keys(SMALL_STAFF) as SmallStaff[];
const COUNSELLORS = EVERYBODY.filter((who) => SMALL_STAFF[who].roles.some((role) => role !== 'administrator'));

/** Who may see a text: everybody who is signed in, all who advise, those of the author's employer, the author, nobody. */
const READERS = {
  everybody: () => EVERYBODY,
  counsellors: () => COUNSELLORS,
  employer: (employer: Employer) => COUNSELLORS.filter((who) => SMALL_STAFF[who].employer === employer),
  // The authors of the small office are called as their employers.
  author: (employer: Employer): SmallStaff[] => [employer],
  nobody: (): SmallStaff[] => [],
} satisfies Record<string, (employer: Employer) => SmallStaff[]>;
type Readers = keyof typeof READERS;

/** The work of one employer's author, with what it leaves behind. */
export interface Planting {
  employer: Employer;
  client: DeskClient;
  /** A new text for this place. */
  plant(what: string, readers: Readers): string;
  /** The same for a name of a person, which is also kept by its sounds. */
  name(what: string, readers: Readers): string;
  /** The same for a text, or a name, that is taken out of the files again. */
  gone(what: string): string;
  goneName(what: string): string;
  found(field: IdField, id: string): void;
}

/** Collects canaries and ids. */
export function newNest(): { day: PlantedDay; planting(employer: Employer, client: DeskClient): Planting } {
  const canaries: Canary[] = [];
  const ids = Object.fromEntries(ID_FIELDS.map((field) => [field, [] as string[]])) as Record<IdField, string[]>;
  return {
    day: { canaries, ids },
    planting(employer, client) {
      const add = (what: string, readers: Readers, more: Partial<Canary> = {}): string => {
        const text = newText();
        const seenBy = new Set(READERS[readers](employer));
        canaries.push({ what: `${employer}: ${what}`, text, readers: seenBy, traces: [], gone: false, ...more });
        return text;
      };
      const named = (what: string, readers: Readers, gone: boolean): string => {
        const text = add(what, readers, { gone });
        const last = canaries.at(-1);
        if (last) last.traces = tracesOf(text);
        return text;
      };
      return {
        employer,
        client,
        plant: (what, readers) => add(what, readers),
        name: (what, readers) => named(what, readers, false),
        gone: (what) => add(what, 'nobody', { gone: true }),
        goneName: (what) => named(what, 'nobody', true),
        found: (field, id) => ids[field].push(id),
      };
    },
  };
}

/** Letters only, so that no encoding of text changes it and it is a name as good as any; a capital first, as names have. */
function newText(): string {
  const letters = [...randomBytes(9)].flatMap((byte) => [byte >> 4, byte & 15]);
  return `Kanari${letters.map((half) => String.fromCharCode(97 + half)).join('')}`;
}

/** The sounds that the search keeps of a name. */
function tracesOf(name: string): string[] {
  const words = indexedWords(name).map(({ word }) => word);
  const sounds = words.map((word) => readingsText(word).slice(1));
  // The letters themselves are looked for anyway, and what is short may stand anywhere.
  return [...new Set(sounds)].filter((trace) => trace.length > 9 && trace !== name.toLowerCase());
}
