export interface CsvRow {
  /** Of its first character, from 1. */
  line: number;
  fields: string[];
}

/** The rows of a CSV text (RFC 4180: quotes, doubled quotes, line ends within them), empty lines left out. */
export function csvRows(text: string, bad: (line: number, reason: string) => Error): CsvRow[] {
  const rows: CsvRow[] = [];
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let line = 1;
  let row: CsvRow = { line, fields: [] };
  let field = '';
  let isQuoted = false;
  let wasQuoted = false;
  const endField = () => {
    row.fields.push(field);
    field = '';
    wasQuoted = false;
  };
  const endRow = () => {
    if (row.fields.length > 0 || field !== '' || wasQuoted) {
      endField();
      rows.push(row);
    }
    row = { line: line + 1, fields: [] };
  };
  for (let index = 0; index < content.length; index += 1) {
    const character = content[index] ?? '';
    if (isQuoted) {
      if (character === '\n') line += 1;
      if (character !== '"') field += character;
      else if (content[index + 1] === '"') {
        field += '"';
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && field === '' && !wasQuoted) {
      isQuoted = true;
      wasQuoted = true;
    } else if (character === ',') endField();
    else if (character === '\n') {
      endRow();
      line += 1;
    } else if (character !== '\r') {
      if (wasQuoted) throw bad(line, 'text after a closing quote');
      field += character;
    }
  }
  if (isQuoted) throw bad(row.line, 'a quote is never closed');
  endRow();
  return rows;
}
