import { expect, test } from 'vitest';
import { createKeyLayers, type KeyStroke, nameOfStroke } from './key-layers.ts';

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const nothing = () => {};

test('a stroke is named as bindings write it', () => {
  expect(nameOfStroke(stroke('K', { ctrlKey: true }))).toBe('mod+k');
  expect(nameOfStroke(stroke('F4', { shiftKey: true }))).toBe('shift+F4');
  expect(nameOfStroke(stroke('?', { shiftKey: true }))).toBe('?');
});

test('a sheet mutes the keys of the screen below, but not those that work everywhere', () => {
  const keys = createKeyLayers();
  const call = { keys: 'F4', run: nothing };
  const help = { keys: 'F1', run: nothing, everywhere: true };
  keys.register(0, [call, help]);
  expect(keys.answering(stroke('F4'), false)).toBe(call);

  const sheet = keys.openLayer();
  expect(keys.answering(stroke('F4'), false)).toBeNull();
  expect(keys.answering(stroke('F1'), false)).toBe(help);

  sheet.close();
  expect(keys.answering(stroke('F4'), false)).toBe(call);
});

test('Escape belongs to the top sheet alone', () => {
  const keys = createKeyLayers();
  const lower = keys.openLayer();
  const upper = keys.openLayer();
  const closeLower = { keys: 'Escape', run: nothing };
  const closeUpper = { keys: 'Escape', run: nothing };
  keys.register(upper.layer, [closeUpper]);
  keys.register(lower.layer, [closeLower]);
  expect(keys.answering(stroke('Escape'), false)).toBe(closeUpper);
  upper.close();
  expect(keys.answering(stroke('Escape'), false)).toBe(closeLower);
});

test('while somebody types, digits are text and F-keys are verbs', () => {
  const keys = createKeyLayers();
  const digit = { keys: '2', run: nothing };
  const verb = { keys: 'F2', run: nothing };
  keys.register(0, [digit, verb]);
  expect(keys.answering(stroke('2'), true)).toBeNull();
  expect(keys.answering(stroke('2'), false)).toBe(digit);
  expect(keys.answering(stroke('F2'), true)).toBe(verb);
});

test('the part that came last takes a key over and gives it back', () => {
  const keys = createKeyLayers();
  const first = { keys: 'F4', run: nothing };
  const second = { keys: 'F4', run: nothing };
  keys.register(0, [first]);
  const giveBack = keys.register(0, [second]);
  expect(keys.answering(stroke('F4'), false)).toBe(second);
  giveBack();
  expect(keys.answering(stroke('F4'), false)).toBe(first);
});

test('of a key that was taken over the list shows what it does now, once', () => {
  const keys = createKeyLayers();
  keys.register(0, [{ keys: 'F2', label: 'before', run: nothing }]);
  keys.register(0, [
    { keys: 'F2', label: 'now', run: nothing },
    { keys: '2', run: nothing },
  ]);
  expect(keys.labelled().map(({ label }) => label)).toEqual(['now']);
});
