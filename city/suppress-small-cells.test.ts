import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, suppressSmallCells } from './suppress-small-cells.ts';

function table(counts: Record<string, number>, k = 5) {
  return suppressSmallCells(
    Object.entries(counts).map(([key, count]) => ({ key, count })),
    k,
  );
}

/** key → count or null, for reading at a glance. */
function shown(counts: Record<string, number>, k = 5) {
  const { cells } = table(counts, k);
  return cells === null ? null : Object.fromEntries(cells.map(({ key, count }) => [key, count]));
}

describe('small cells', () => {
  test('are shown from k on, and zero is zero', () => {
    expect(shown({ ar: 20, fa: 5, de: 0 })).toEqual({ ar: 20, fa: 5, de: 0 });
  });

  test('take the next larger one with them, so that the total does not give them away', () => {
    expect(shown({ ar: 20, fa: 3, de: 9, uk: 0 })).toEqual({ ar: 20, fa: null, de: null, uk: 0 });
  });

  test('two equal ones take a third', () => {
    expect(shown({ ar: 20, fa: 4, de: 4, uk: 9 })).toEqual({ ar: 20, fa: null, de: null, uk: null });
  });

  test('few in all: nothing but that there are few', () => {
    expect(table({ ar: 2, fa: 2 })).toEqual({ total: null, cells: null, notRecorded: null });
    expect(table({})).toEqual({ total: 0, cells: [], notRecorded: 0 });
  });

  test('five ones would be given away by their number', () => {
    expect(table({ a: 1, b: 1, c: 1, d: 1, e: 1 })).toEqual({ total: 5, cells: null, notRecorded: null });
  });

  test('"not recorded" stands apart and is protected like the rest', () => {
    const cells: Cell[] = [
      { key: 'w', count: 12 },
      { key: 'm', count: 7 },
      { key: null, count: 2 },
    ];
    expect(suppressSmallCells(cells)).toEqual({
      total: 21,
      cells: [
        { key: 'w', count: 12 },
        { key: 'm', count: null },
      ],
      notRecorded: null,
    });
  });
});

/** All tables with the same number of non-zero cells and the same total. */
function* compositions(cells: number, total: number): Generator<number[]> {
  if (cells === 0) {
    if (total === 0) yield [];
    return;
  }
  for (let first = 1; first <= total - (cells - 1); first += 1) {
    for (const rest of compositions(cells - 1, total - first)) yield [first, ...rest];
  }
}

const publication = (counts: readonly number[], k: number) =>
  JSON.stringify(
    suppressSmallCells(
      counts.map((count, at) => ({ key: String(at), count })),
      k,
    ),
  );

describe('whoever knows the total, the shown cells and this very rule', () => {
  test.each([
    { k: 3, cells: 2, most: 14 },
    { k: 3, cells: 3, most: 13 },
    { k: 3, cells: 4, most: 12 },
    { k: 5, cells: 2, most: 24 },
    { k: 5, cells: 3, most: 20 },
    { k: 5, cells: 4, most: 16 },
  ])('can compute no suppressed cell: k=$k, $cells cells', ({ k, cells, most }) => {
    for (let total = cells; total <= most; total += 1) {
      const byPublication = Map.groupBy([...compositions(cells, total)], (counts) => publication(counts, k));
      for (const [said, possible] of byPublication) {
        const published = JSON.parse(said) as { cells: { count: number | null }[] | null };
        if (published.cells === null) continue;
        for (const [at, { count }] of published.cells.entries()) {
          if (count !== null) continue;
          expect(new Set(possible.map((counts) => counts[at])).size).toBeGreaterThan(1);
        }
      }
    }
  });

  test('shows no cell below k, and hides no group of fewer than k', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }),
        fc.integer({ min: 2, max: 8 }),
        (counts, k) => {
          const { cells, total } = suppressSmallCells(
            counts.map((count, at) => ({ key: String(at), count })),
            k,
          );
          if (cells === null) return;
          const hidden = counts.filter((_, at) => cells[at]?.count === null);
          for (const { count } of cells) expect(count === null || count === 0 || count >= k).toBe(true);
          if (hidden.length > 0) expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(k);
          expect(total).toBe(counts.reduce((sum, count) => sum + count, 0));
        },
      ),
    );
  });
});
