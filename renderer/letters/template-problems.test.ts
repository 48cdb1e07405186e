import { expect, test } from 'vitest';
import { templateProblems } from './template-problems.ts';

const t = ((key: string, values?: { name?: string }) =>
  values?.name ? `${key} ${values.name}` : key) as unknown as Parameters<typeof templateProblems>[0];

test('a template that the office takes has no problem', () => {
  expect(templateProblems(t, { subject: 'Bitte: {{topic}}', body: 'Name | {{person.name}}\n{{concern}}' })).toEqual({
    subject: null,
    body: null,
  });
});

test('each problem names the field and the word', () => {
  expect(templateProblems(t, { subject: '', body: ' ' })).toEqual({ subject: 'problem.empty', body: 'problem.empty' });
  expect(templateProblems(t, { subject: 'x', body: '{{person.nam}}' })).toEqual({
    subject: null,
    body: 'problem.unknown {{person.nam}}',
  });
  expect(templateProblems(t, { subject: 'Für {{person.name}}', body: 'x' }).subject).toBe(
    'problem.personInSubject {{person.name}}',
  );
  expect(templateProblems(t, { subject: 'Wegen {{concern}}', body: 'x' }).subject).toBe(
    'problem.personInSubject {{concern}}',
  );
  expect(templateProblems(t, { subject: 'x', body: 'offen {{concern' }).body).toBe('problem.strayBraces');
});
