import { expect, test } from 'vitest';
import { z } from 'zod';
import { line } from '../../../shared/kernel/text.ts';
import { fieldErrors, withoutErrorsOf } from './field-errors.ts';

// The key of the text and its number are enough: each wrong field must have the right text.
const t = ((key: string, values?: { count?: number }) =>
  values?.count === undefined ? key : `${key} ${values.count}`) as unknown as Parameters<typeof fieldErrors>[0];

const Form = z.strictObject({
  name: line(5),
  people: z.array(z.strictObject({ word: z.string().min(3) })).min(1),
  letter: z.string().regex(/^[A-Z]?$/),
});

test('what the contract would take has no error', () => {
  expect(fieldErrors(t, Form, { name: 'Amal', people: [{ word: 'abc' }], letter: '' })).toEqual({});
});

test('each field says what is wrong with it', () => {
  expect(fieldErrors(t, Form, { name: ' ', people: [], letter: 'a' })).toEqual({
    name: 'form.required',
    people: 'form.required',
    letter: 'form.invalid',
  });
  expect(fieldErrors(t, Form, { name: 'zu lang', people: [{ word: 'ab' }, { word: 'abc' }], letter: '' })).toEqual({
    name: 'form.tooLong 5',
    'people.0.word': 'form.tooShort 3',
  });
});

test('a field with a text of its own says that, but an empty one asks to be filled in', () => {
  const special = { 'people.*.word': 'own', letter: 'own letter' };
  expect(fieldErrors(t, Form, { name: 'Amal', people: [{ word: 'ab' }, { word: '' }], letter: '1' }, special)).toEqual({
    'people.0.word': 'own',
    'people.1.word': 'form.required',
    letter: 'own letter',
  });
});

test('what is being changed is no longer marked', () => {
  expect(withoutErrorsOf({ name: 'a', letter: 'b' }, { name: 'new' })).toEqual({ letter: 'b' });
});
