import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centralTemplates } from './central-templates.ts';
import { PLACEHOLDERS, type PlaceholderValues } from './placeholders.ts';
import { fillTemplate, templateFaults } from './template.rules.ts';

const values = fc.dictionary(
  fc.constantFrom(...PLACEHOLDERS),
  fc.option(fc.string({ unit: 'binary' })),
) as fc.Arbitrary<PlaceholderValues>; // keys come from the list
/** Text in which braces, bars and placeholders are frequent. */
const templateLine = fc
  .array(
    fc.oneof(fc.string(), fc.constantFrom('{', '}', '{{', '}}', '|', '{{topic}}', '{{ person.name }}', '{{nobody}}')),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('templateFaults', () => {
  it('names an unknown placeholder', () => {
    expect(templateFaults({ subject: 'Bitte', body: 'Guten Tag {{person.nmae}}' })).toEqual([
      { reason: 'unknown-placeholder', name: 'person.nmae' },
    ]);
  });

  it.each(['Es geht um {{topic', 'Es geht um topic}}', '{{{topic}}'])('finds the stray braces in %s', (body) => {
    expect(templateFaults({ subject: 'Bitte', body })).toContainEqual({ reason: 'stray-braces', line: body });
  });

  it('keeps the person out of the subject, which PDF viewers show as title', () => {
    expect(templateFaults({ subject: 'Bitte für {{person.name}}', body: 'x' })).toEqual([
      { reason: 'person-in-subject', name: 'person.name' },
    ]);
  });

  it('wants words in both parts', () => {
    expect(templateFaults({ subject: ' ', body: '\n' })).toEqual([
      { reason: 'subject-empty' },
      { reason: 'body-empty' },
    ]);
  });

  it.each(centralTemplates)('finds nothing in the central template $id', (template) => {
    expect(templateFaults(template)).toEqual([]);
  });
});

describe('fillTemplate', () => {
  it('takes away only the line whose value is missing, and lists it', () => {
    const filled = fillTemplate(
      { subject: 'Bitte: {{topic}}', body: 'Name | {{person.name}}\nBis {{replyBy}} bitte.\nDanke.' },
      { topic: 'Kita', 'person.name': 'Nour Mansour' },
    );
    expect(filled.subject).toBe('Bitte: Kita');
    expect(filled.lines).toEqual([
      { label: 'Name', text: 'Nour Mansour' },
      { label: null, text: 'Danke.' },
    ]);
    expect(filled.missing).toEqual(['replyBy']);
  });

  it('says nothing of a value that was left out on purpose', () => {
    const filled = fillTemplate(
      { subject: 'Bitte', body: 'Geboren {{person.birth}}\nDanke.' },
      { 'person.birth': null },
    );
    expect(filled).toMatchObject({ lines: [{ label: null, text: 'Danke.' }], missing: [] });
  });

  it('treats blanks as missing and lists each name once, in reading order', () => {
    const filled = fillTemplate(
      { subject: '{{topic}}', body: '{{concern}} {{topic}}\n{{concern}}' },
      { topic: ' \n\t ' },
    );
    expect(filled).toMatchObject({ subject: null, lines: [], missing: ['topic', 'concern'] });
  });

  it('counts only placeholders whose line was printed as used', () => {
    const filled = fillTemplate(
      { subject: 'x', body: '{{person.name}} will bis {{replyBy}} Antwort' },
      { 'person.name': 'Nour' },
    );
    expect(filled.used).toEqual([]);
  });

  it('does not look for placeholders in values', () => {
    const filled = fillTemplate({ subject: 'x', body: '{{concern}}' }, { concern: 'Geheim: {{done}}', done: 'nie' });
    expect(filled.lines).toEqual([{ label: null, text: 'Geheim: { {done} }' }]);
  });

  it('keeps newlines of a value and sets groups of lines apart', () => {
    const filled = fillTemplate(
      { subject: 'x', body: 'Anliegen | {{concern}}\n\n\nDanke.' },
      { concern: 'eins\nzwei' },
    );
    expect(filled.lines.map(({ text }) => text)).toEqual(['eins\nzwei', '', 'Danke.']);
  });

  it('prints no placeholder and no doubled brace, whatever template and values say', () => {
    fc.assert(
      fc.property(templateLine, fc.array(templateLine, { maxLength: 6 }), values, (subject, body, given) => {
        const filled = fillTemplate({ subject, body: body.join('\n') }, given);
        for (const text of [filled.subject ?? '', ...filled.lines.map((line) => `${line.label ?? ''}|${line.text}`)]) {
          expect(text).not.toMatch(/\{\{|\}\}/);
        }
      }),
    );
  });

  it('prints no control character and no bidi override of a value', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { lines } = fillTemplate(
          { subject: 'x', body: PLACEHOLDERS.map((name) => `{{${name}}}`).join('\n') },
          given,
        );
        for (const { text } of lines)
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
