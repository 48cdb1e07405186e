import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsFlat } from './fitting-flat.rules.ts';

const flat = { district: 'Mengede', rooms: 3, sizeSqm: 70 };

it('fits by rooms, by square metres and by the district that is wished for', () => {
  const sizes = [1, 2, 3, 4, 5].filter((size) => fitsFlat(flat, { size, wishDistricts: [] }));
  expect(sizes).toEqual([2, 3, 4]);
  expect(fitsFlat({ ...flat, sizeSqm: 35 }, { size: 4, wishDistricts: [] })).toBe(false);
  expect(fitsFlat({ ...flat, sizeSqm: 36 }, { size: 4, wishDistricts: [] })).toBe(true);
  expect(fitsFlat(flat, { size: 3, wishDistricts: ['Huckarde', 'Mengede'] })).toBe(true);
  expect(fitsFlat(flat, { size: 3, wishDistricts: ['Huckarde'] })).toBe(false);
});

it('never puts more people into a flat than its size allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: 8, max: 300 }),
      (size, halves, sizeSqm) => {
        if (fitsFlat({ district: 'Mengede', rooms: halves / 2, sizeSqm }, { size, wishDistricts: [] }))
          expect(sizeSqm / size).toBeGreaterThanOrEqual(9);
      },
    ),
  );
});
