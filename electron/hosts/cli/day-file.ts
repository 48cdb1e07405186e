import { catalogue, LanguageId, TopicId } from '../../../shared/catalogue/catalogue.ts';
import { line as singleLine } from '../../../shared/kernel/text.ts';
import { splitCsvLine } from './csv-line.ts';

/**
 * A day at the office as a file: UTF-8 (a byte order mark is allowed), comma separated after RFC 4180, LF or CRLF, one
 * visit a line in any order. Fields: `time` HH:MM · `kind` walk-in or appointment · `language` and `topics` (one to
 * eight, separated by |) by the catalogue's ids · `person` "Given Family" or nothing · `minutes` of the talk, 1 to 600 ·
 * `referral` the id of an example partner or nothing.
 */
export const DAY_FILE_HEADER = ['time', 'kind', 'language', 'topics', 'person', 'minutes', 'referral'] as const;

/** Ticket numbers end at 999. */
const MOST_VISITS = 999;
const MOST_TOPICS = 8;

export interface Visit {
  /** Local wall time, `HH:MM`. */
  time: string;
  kind: 'walk-in' | 'appointment';
  language: string;
  topics: readonly string[];
  person: { givenName: string; familyName: string } | null;
  minutes: number;
  /** An id among the catalogue's example partners. */
  referral: string | null;
}

/** What is wrong with a line; lines are counted from 1, the header's. */
export interface BadRow {
  line: number;
  reason: string;
}

export type DayFile = { visits: Visit[] } | { badRows: BadRow[] };

/** Reads a day; the visits come in the order of their times. Every bad row is named, not only the first. */
export function parseDayFile(bytes: Uint8Array): DayFile {
  const lines = linesOf(bytes);
  const [header, ...rows] = lines;
  const wrongHeader = whyBadHeader(header);
  if (wrongHeader) return { badRows: [{ line: 1, reason: wrongHeader }] };
  const badRows: BadRow[] = [];
  const visits: Visit[] = [];
  for (const [index, row] of rows.entries()) {
    if (row === '') continue;
    const visit = row === null ? 'not UTF-8' : parseVisit(row);
    if (typeof visit === 'string') badRows.push({ line: index + 2, reason: visit });
    else if (visits.length === MOST_VISITS)
      badRows.push({
        line: index + 2,
        reason: `more than ${MOST_VISITS} visits: a day has the ticket numbers 1 to ${MOST_VISITS}`,
      });
    else visits.push(visit);
  }
  return badRows.length > 0 ? { badRows } : { visits: visits.sort((a, b) => a.time.localeCompare(b.time)) };
}

/** The lines without their ends; null for one that is not UTF-8. */
function linesOf(bytes: Uint8Array): (string | null)[] {
  const lines: (string | null)[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let from = start; from < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline < 0 ? bytes.length : newline;
    try {
      lines.push(decoder.decode(bytes.subarray(from, to)).replace(/\r$/, ''));
    } catch {
      lines.push(null);
    }
    from = to + 1;
  }
  return lines;
}

function whyBadHeader(header: string | null | undefined): string | null {
  if (header === undefined || header === '') return `the header is missing: ${DAY_FILE_HEADER.join(',')}`;
  const fields = header === null ? null : splitCsvLine(header);
  const isRight =
    fields?.length === DAY_FILE_HEADER.length && DAY_FILE_HEADER.every((name, index) => fields[index] === name);
  return isRight ? null : `the header is not ${DAY_FILE_HEADER.join(',')}`;
}

/** The visit of one line, or what is wrong with it. */
function parseVisit(row: string): Visit | string {
  const fields = splitCsvLine(row);
  if (!fields) return 'the quotes of a field do not end, or stand where none may';
  if (fields.length !== DAY_FILE_HEADER.length) return `${fields.length} fields instead of ${DAY_FILE_HEADER.length}`;
  const [time = '', kind = '', language = '', topicList = '', name = '', minutes = '', referral = ''] = fields;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return `time ${shown(time)} is not HH:MM`;
  if (kind !== 'walk-in' && kind !== 'appointment') return `kind ${shown(kind)} is neither walk-in nor appointment`;
  if (!LanguageId.safeParse(language).success) return `language ${shown(language)} is not in the catalogue`;
  const topics = topicList.split('|');
  const badTopics = whyBadTopics(topics);
  if (badTopics) return badTopics;
  const person = name === '' ? null : parsePerson(name);
  if (typeof person === 'string') return person;
  if (!/^[1-9]\d{0,2}$/.test(minutes) || Number(minutes) > 600)
    return `minutes ${shown(minutes)} is not a whole number from 1 to 600`;
  if (referral !== '' && !catalogue.demoPartners.some(({ id }) => id === referral))
    return `referral ${shown(referral)} is none of the example partners`;
  return { time, kind, language, topics, person, minutes: Number(minutes), referral: referral || null };
}

function whyBadTopics(topics: readonly string[]): string | null {
  if (topics.length === 1 && topics[0] === '') return 'topics are missing';
  if (topics.length > MOST_TOPICS) return `${topics.length} topics, more than ${MOST_TOPICS}`;
  const unknown = topics.find((topic) => !TopicId.safeParse(topic).success);
  if (unknown !== undefined) return `topic ${shown(unknown)} is not in the catalogue`;
  const twice = topics.find((topic, index) => topics.indexOf(topic) !== index);
  return twice === undefined ? null : `topic ${shown(twice)} stands there twice`;
}

/** The first word is the given name, the rest the family name; one word alone is a family name. */
function parsePerson(name: string): Visit['person'] | string {
  const parsed = singleLine(200).safeParse(name);
  if (!parsed.success) return 'person is no name of 1 to 200 characters on one line';
  const [first = '', ...rest] = parsed.data.split(' ');
  const person =
    rest.length === 0 ? { givenName: '', familyName: first } : { givenName: first, familyName: rest.join(' ') };
  if (person.givenName.length > 100 || person.familyName.length > 100)
    return 'person has a name of more than 100 characters';
  return person;
}

/** What stood there, short and without control characters: it is printed to a terminal. */
function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
