import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANIMALS, animalPaths, COLOURS, GROUNDS, pictureOf, pictureSvg } from './ticket-picture.ts';

const number = fc.integer({ min: 1, max: 999 });

describe('pictureOf', () => {
  it('is the same for a number whenever it is asked', () => {
    fc.assert(
      fc.property(number, (one) => {
        expect(pictureOf(one)).toEqual(pictureOf(one));
      }),
    );
  });

  it('gives no two of a hundred numbers in a row the same picture', () => {
    for (let first = 1; first <= 999; first += 1) {
      const pictures = Array.from({ length: Math.min(100, 1000 - first) }, (_, index) =>
        JSON.stringify(pictureOf(first + index)),
      );
      expect(new Set(pictures).size, `from ${first}`).toBe(pictures.length);
    }
  });

  it('lets neighbours differ in animal and in colour', () => {
    for (let one = 1; one < 999; one += 1) {
      expect(pictureOf(one).animal).not.toBe(pictureOf(one + 1).animal);
      expect(pictureOf(one).colour).not.toBe(pictureOf(one + 1).colour);
    }
  });

  it('uses every animal and every colour', () => {
    const pictures = Array.from({ length: 102 }, (_, index) => pictureOf(index + 1));
    expect(new Set(pictures.map(({ animal }) => animal)).size).toBe(ANIMALS.length);
    expect(new Set(pictures.map(({ colour }) => colour)).size).toBe(COLOURS.length);
  });
});

it('has a drawing for every animal, and a shape of its own for every colour', () => {
  for (const animal of ANIMALS) expect(animalPaths(animal).length, animal).toBeGreaterThan(0);
  expect(new Set(COLOURS.map((colour) => GROUNDS[colour].outline)).size).toBe(COLOURS.length);
});

it('draws on paper in black alone, on a screen in its colour', () => {
  expect(pictureSvg(1, { paper: true }).match(/#[0-9a-f]+/g)).toEqual(['#fff', '#000', '#000']);
  expect(pictureSvg(1, { paper: false })).toContain(GROUNDS.red.fill);
});

it('keeps animal and ground apart for weak eyes', () => {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (const colour of COLOURS) {
    const [fill, ink] = [luminance(GROUNDS[colour].fill), luminance(GROUNDS[colour].ink)];
    expect((Math.max(fill, ink) + 0.05) / (Math.min(fill, ink) + 0.05), colour).toBeGreaterThan(4.5);
  }
});
