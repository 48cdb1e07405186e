import { expect, it } from 'vitest';
import { emptyHeadings, withHeadings } from './note-template.rules.ts';

const HEADINGS = ['Lage', 'Was braucht es?', 'Frist'];

it('inserts headings and questions only, after what is there', () => {
  expect(withHeadings('', HEADINGS)).toBe('Lage:\n\nWas braucht es?\n\nFrist:\n');
  expect(withHeadings('Schon geschrieben.\n', HEADINGS)).toBe(
    'Schon geschrieben.\n\nLage:\n\nWas braucht es?\n\nFrist:\n',
  );
});

it('inserts no heading twice', () => {
  const once = withHeadings('', HEADINGS);
  expect(withHeadings(once, HEADINGS)).toBe(once);
  expect(withHeadings('Frist:\nmorgen', ['Frist', 'Lage'])).toBe('Frist:\nmorgen\n\nLage:\n');
});

it('lists what is still empty, and nothing of what is not there', () => {
  expect(emptyHeadings(withHeadings('', HEADINGS), HEADINGS)).toEqual(HEADINGS);
  expect(emptyHeadings('Lage:\nDie Wohnung ist gekündigt.\n\nFrist:\n  \n', HEADINGS)).toEqual(['Frist']);
  expect(emptyHeadings('Ohne Vorlage geschrieben', HEADINGS)).toEqual([]);
});
