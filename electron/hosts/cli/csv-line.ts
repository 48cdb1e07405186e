/**
 * The fields of one line after RFC 4180, quotes taken off. A field that goes on in the next line is not looked for: no
 * field of ours holds a line break.
 *
 * @returns null when the quotes of a field do not end, or stand where none may.
 */
export function splitCsvLine(line: string): string[] | null {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (!match) return null;
    const [, quoted, bare, end] = match;
    fields.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') return fields;
  }
}
