import { expect, it } from 'vitest';
import { kitOf, kitText } from './kit-text.ts';

it('is a line for each thing, empty ones left out', () => {
  expect(kitOf(' Drucker \n\nStempel\n')).toEqual(['Drucker', 'Stempel']);
  expect(kitOf(kitText(['Drucker', 'Stempel']))).toEqual(['Drucker', 'Stempel']);
});
