import { escapeHtml } from './markup.ts';

/**
 * A phrase of a locale file as HTML. `{{name}}` is replaced by the HTML of that value (`isolate` makes it from text);
 * everything else is escaped. Throws when the phrase asks for a value that was not given: a client must never read a
 * placeholder.
 */
export function phraseHtml(phrase: string, values: Readonly<Record<string, string>> = {}): string {
  return phrase
    .split(/(\{\{\w+\}\})/)
    .map((part) => {
      const name = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
      if (name === undefined) return escapeHtml(part);
      const value = values[name];
      if (value === undefined) throw new Error(`The phrase asks for {{${name}}}`);
      return value;
    })
    .join('');
}
