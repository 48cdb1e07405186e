import { describe, expect, it } from 'vitest';
import { fullTextQuery, searchTerms, snippetOf } from './note-search.rules.ts';

const marked = (text: string, typed: string) =>
  snippetOf(text, searchTerms(typed))
    ?.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('') ?? null;

describe('what is typed', () => {
  it('asks for every word, the last as a beginning', () => {
    expect(fullTextQuery(searchTerms('Kita  Anmel'))).toBe('"kita" AND "anmel" *');
    expect(fullTextQuery(searchTerms('kita k'))).toBe('"kita" AND "k"');
  });

  it('keeps words in quotes together, German quotes too, also while they are typed', () => {
    expect(fullTextQuery(searchTerms('„nächste Woche“ Strom'))).toBe('"nachste woche" AND "strom" *');
    expect(fullTextQuery(searchTerms('"nächste Wo'))).toBe('"nachste wo"');
    expect(fullTextQuery(searchTerms('U-25'))).toBe('"u 25" *');
  });

  it('is never a command to the index', () => {
    for (const typed of ['folded:x', 'NEAR(a b)', 'a* OR', '^x', '"; DROP', '-', '***', '{a}: b', '""'])
      expect(fullTextQuery(searchTerms(typed))).toMatch(/^("[\p{L}\p{N} ]+"( \*)?( AND )?)*$/u);
    expect(searchTerms(' " - ')).toEqual([]);
  });
});

describe('a snippet', () => {
  it('marks what was asked for, whatever its accents, case and script', () => {
    expect(marked('Die Kita hat zurückgerufen.', 'kita ZURUCK')).toBe('Die [Kita] hat [zurückgerufen].');
    expect(marked('الأسرة تحتاج إلى سَكَن', 'سكن')).toBe('الأسرة تحتاج إلى [سَكَن]');
    expect(marked('خانواده کیف‌ها را آورد', 'كيفها')).toBe('خانواده [کیف‌ها] را آورد');
    expect(marked('Ew li xwendegehê ye', 'xwendegehe')).toBe('Ew li [xwendegehê] ye');
  });

  it('is nothing when a word is missing, or stands elsewhere than the phrase says', () => {
    expect(marked('Kita und Schule', 'kita strom')).toBeNull();
    expect(marked('Schule und Kita', '"kita schule"')).toBeNull();
    expect(marked('Kitaplatz', '"kita"')).toBeNull();
  });

  it('marks a phrase as one, across the end of a line', () => {
    expect(marked('Termin nächste\nWoche fest', '"nachste woche"')).toBe('Termin [nächste Woche] fest');
  });

  it('is cut around the first place, and says so', () => {
    const long = `${'davor '.repeat(30)}Räumung${' danach'.repeat(60)}`;
    const snippet = marked(long, 'räumung') ?? '';
    expect(snippet.startsWith('… davor')).toBe(true);
    expect(snippet).toContain('[Räumung]');
    expect(snippet.endsWith(' …')).toBe(true);
    expect(snippet.length).toBeLessThan(300);
  });

  it('leaves out nothing of a short text', () => {
    expect(marked('(Strom!) – fehlt.', 'strom')).toBe('([Strom]!) – fehlt.');
  });
});
