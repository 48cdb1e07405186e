import { isBlank } from '../kernel/text.ts';
import { printableText } from '../languages/markup.ts';
import { isPlaceholder, type Placeholder, type PlaceholderValues } from './placeholders.ts';

/** The words of a letter as an office can edit them: one paragraph a line. */
export interface LetterTemplateText {
  /** Shown by PDF viewers as the document's title, so it may not name the person. */
  subject: string;
  /** One paragraph a line; `Label | text` is a line with its label set to the left; blank lines only separate. */
  body: string;
}

/** What is wrong with a template, with the words that are wrong. */
export type TemplateFault =
  | { reason: 'unknown-placeholder'; name: string }
  | { reason: 'stray-braces'; line: string }
  | { reason: 'person-in-subject'; name: string }
  | { reason: 'subject-empty' }
  | { reason: 'body-empty' };

/** A line of the finished letter: running text, or text with a label to its left; no text at all sets groups apart. */
export interface LetterLine {
  label: string | null;
  text: string;
}

export interface FilledTemplate {
  /** Null when a placeholder of the subject has no value. */
  subject: string | null;
  lines: LetterLine[];
  /** Placeholders without a value, in reading order, each once; each took only its own line away. */
  missing: Placeholder[];
  /** Placeholders whose values stand in the letter now. */
  used: Placeholder[];
}

type Token = { kind: 'text'; text: string } | { kind: 'placeholder'; name: string };

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

/** Splits one line into text and placeholders; the names are trimmed and not yet known to be right. */
export function parseTemplateLine(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(PLACEHOLDER)) {
    if (match.index > end) tokens.push({ kind: 'text', text: line.slice(end, match.index) });
    tokens.push({ kind: 'placeholder', name: (match[1] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ kind: 'text', text: line.slice(end) });
  return tokens;
}

/** Everything that is wrong with a template; empty when it may be used. */
export function templateFaults(template: LetterTemplateText): TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (isBlank(template.subject)) faults.push({ reason: 'subject-empty' });
  if (isBlank(template.body)) faults.push({ reason: 'body-empty' });
  for (const line of [template.subject, ...template.body.split('\n')]) {
    for (const token of parseTemplateLine(line)) {
      if (token.kind === 'text') {
        if (/[{}]/.test(token.text)) faults.push({ reason: 'stray-braces', line });
      } else if (!isPlaceholder(token.name)) {
        faults.push({ reason: 'unknown-placeholder', name: token.name });
      }
    }
  }
  for (const token of parseTemplateLine(template.subject)) {
    if (token.kind === 'placeholder' && token.name.startsWith('person.')) {
      faults.push({ reason: 'person-in-subject', name: token.name });
    }
  }
  return faults;
}

// A value is text: it is not searched for placeholders.
function valueText(value: string): string {
  return printableText(value)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

interface FilledLine {
  text: string;
  missing: Placeholder[];
  used: Placeholder[];
  /** False when a placeholder had no value, for whatever reason. */
  complete: boolean;
}

function fillLine(line: string, values: PlaceholderValues): FilledLine {
  const filled: FilledLine = { text: '', missing: [], used: [], complete: true };
  for (const token of parseTemplateLine(line)) {
    if (token.kind === 'text') {
      filled.text += token.text;
      continue;
    }
    const value = isPlaceholder(token.name) ? values[token.name] : null;
    const text = typeof value === 'string' ? valueText(value) : '';
    if (isPlaceholder(token.name) && text !== '') {
      filled.used.push(token.name);
      filled.text += text;
      continue;
    }
    filled.complete = false;
    if (isPlaceholder(token.name) && value !== null) filled.missing.push(token.name);
  }
  // Once more as a whole: a brace of the template can meet a brace of the value.
  filled.text = printableText(filled.text.trim());
  return filled;
}

// A label is the template's own word and takes no placeholder.
const LABELLED = /^([^|{}]{0,40})\|(.*)$/;

/**
 * Puts values into a template. A value that is missing takes only its own line away and is listed;
 * a value that was left out on purpose (null) takes its line away silently. Newlines in values stay. The result is
 * plain text: whoever renders it escapes it.
 */
export function fillTemplate(template: LetterTemplateText, values: PlaceholderValues): FilledTemplate {
  const missing = new Set<Placeholder>();
  const used = new Set<Placeholder>();
  const take = (line: string): string | null => {
    const filled = fillLine(line, values);
    for (const name of filled.missing) missing.add(name);
    if (!filled.complete || filled.text === '') return null;
    for (const name of filled.used) used.add(name);
    return filled.text;
  };

  const subject = take(template.subject)?.replace(/\s*\n\s*/g, ' ') ?? null;
  const lines: LetterLine[] = [];
  for (const line of template.body.split('\n')) {
    if (line.trim() === '') {
      if (lines.length > 0 && lines.at(-1)?.text !== '') lines.push({ label: null, text: '' });
      continue;
    }
    const labelled = LABELLED.exec(line);
    const text = take(labelled?.[2] ?? line);
    if (text !== null) lines.push({ label: labelled ? (labelled[1] ?? '').trim() : null, text });
  }
  return { subject, lines, missing: [...missing], used: [...used] };
}
