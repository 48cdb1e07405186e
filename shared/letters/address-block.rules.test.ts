import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidthMm } from '../languages/text-width.ts';
import { ADDRESS_LINES, ADDRESS_SIZE_POINTS, ADDRESS_WIDTH_MM, addressBlock } from './address-block.rules.ts';

const kita = {
  organisation: 'Kita Beispiel',
  unit: '',
  person: null,
  street: 'Beispielstraße 12',
  postalCodeAndTown: '44357 Dortmund',
  country: '',
};

describe('addressBlock', () => {
  it('leaves no blank lines', () => {
    expect(addressBlock(kita)).toEqual(['Kita Beispiel', 'Beispielstraße 12', '44357 Dortmund']);
  });

  it('writes the country in capitals, last, and only abroad', () => {
    expect(addressBlock({ ...kita, country: 'Niederlande' }).at(-1)).toBe('NIEDERLANDE');
    expect(addressBlock({ ...kita, country: 'Deutschland' }).at(-1)).toBe('44357 Dortmund');
  });

  it('drops D- before the postal code', () => {
    expect(addressBlock({ ...kita, postalCodeAndTown: 'D-44357 Dortmund' }).at(-1)).toBe('44357 Dortmund');
  });

  it('breaks a long name instead of letting it run out of the window', () => {
    const lines = addressBlock({
      ...kita,
      organisation: 'Evangelische Kindertageseinrichtung Sankt Bonifatius im Verbund Mengede-Nord',
    });
    expect(lines).toHaveLength(4);
  });

  it('gives up department before person when it gets too long', () => {
    const lines = addressBlock({
      ...kita,
      organisation: 'Evangelische Kindertageseinrichtung Sankt Bonifatius im Verbund Mengede-Nord',
      unit: 'Leitung und Verwaltung der Einrichtung',
      person: 'Frau Al-Ahmad',
      country: 'Österreich',
    });
    expect(lines).toContain('Frau Al-Ahmad');
    expect(lines).not.toContain('Leitung und Verwaltung der Einrichtung');
    expect(lines.slice(-3)).toEqual(['Beispielstraße 12', '44357 Dortmund', 'ÖSTERREICH']);
  });

  it('always has one to six lines that are not blank and fit the window, the town among them', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aemWÄß -/10'), maxLength: 120 });
    fc.assert(
      fc.property(part, part, fc.option(part), part, part, (organisation, unit, person, street, country) => {
        const lines = addressBlock({
          organisation: `K${organisation}`,
          unit,
          person,
          street,
          postalCodeAndTown: '44357 Dortmund',
          country: country.slice(0, 20),
        });
        expect(lines.length).toBeGreaterThanOrEqual(2);
        expect(lines.length).toBeLessThanOrEqual(ADDRESS_LINES);
        for (const line of lines) {
          expect(line.trim()).not.toBe('');
          expect(textWidthMm(line, ADDRESS_SIZE_POINTS)).toBeLessThanOrEqual(ADDRESS_WIDTH_MM);
        }
        if (textWidthMm(street, ADDRESS_SIZE_POINTS) < 200) expect(lines).toContain('44357 Dortmund');
      }),
    );
  });
});
