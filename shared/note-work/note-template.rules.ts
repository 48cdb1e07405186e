/** A heading as it stands in a note: on a line of its own, with a colon unless it asks something. */
export function headingLine(heading: string): string {
  return /[?:]$/.test(heading) ? heading : `${heading}:`;
}

/** The text with the template's headings after it, each with an empty line under it. Headings that are there already come not again. */
export function withHeadings(text: string, headings: readonly string[]): string {
  const present = new Set(text.split('\n').map((line) => line.trim()));
  const added = headings.map(headingLine).filter((line) => !present.has(line));
  if (added.length === 0) return text;
  const before = text.trimEnd();
  return `${before === '' ? '' : `${before}\n\n`}${added.map((line) => `${line}\n`).join('\n')}`;
}

/** Those of the headings that stand in the text with nothing under them. */
export function emptyHeadings(text: string, headings: readonly string[]): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const all = new Set(headings.map(headingLine));
  return [...new Set(headings)].filter((heading) => {
    const at = lines.indexOf(headingLine(heading));
    if (at < 0) return false;
    const next = lines.findIndex((line, index) => index > at && all.has(line));
    return lines.slice(at + 1, next < 0 ? undefined : next).every((line) => line === '');
  });
}
