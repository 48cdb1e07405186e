/**
 * Small-cell suppression for tables that leave the city's own house: no cell that stands for fewer than k can be read or
 * computed from the others and the total.
 */

/** A cell of a table: null stands for "not recorded", which is shown apart. */
export type Cell = { key: string | null; count: number };

/** A table that may be published. A null count is a suppressed one; a true zero is 0. */
export type PublicTable = {
  /** Null: fewer than k in all. */
  total: number | null;
  /** Null: the table is withheld, because its cells could be computed from the total. */
  cells: { key: string; count: number | null }[] | null;
  /** How many had nothing recorded here; part of the total. Null: suppressed, or withheld with the table. */
  notRecorded: number | null;
};

/** The usual bound of German statistics offices is 3; ours is the default of peers in social work. */
export const SMALLEST_CELL = 5;

/**
 * Suppresses every cell from 1 to k-1, and then the next larger ones, until what is hidden can't be found out: the hidden
 * cells are at least two, are not all equal, and stand for k or more together. Cells of equal size are hidden or shown
 * together, so that the choice itself tells nothing. If all cells are hidden and the total still gives them away, the
 * whole table is withheld.
 *
 * @param cells counts of zero or more; at most one cell with the key null ("not recorded").
 */
export function suppressSmallCells(cells: readonly Cell[], k = SMALLEST_CELL): PublicTable {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const counts = cells.map(({ count }) => count).filter((count) => count > 0);
  if (total > 0 && total < k) return { total: null, cells: null, notRecorded: null };
  const bound = hiddenUpTo(counts, k);
  const hidden = counts.filter((count) => count <= bound);
  // Everything is hidden and each is one: the number of cells would give them away.
  if (hidden.length > 0 && hidden.length === counts.length && total === counts.length) {
    return { total, cells: null, notRecorded: null };
  }
  const shown = (count: number) => (count > 0 && count <= bound ? null : count);
  return {
    total,
    cells: cells.flatMap(({ key, count }) => (key === null ? [] : [{ key, count: shown(count) }])),
    notRecorded: shown(cells.find(({ key }) => key === null)?.count ?? 0),
  };
}

/** @returns the size up to which cells are hidden; 0: none is. */
function hiddenUpTo(counts: readonly number[], k: number): number {
  const sizes = [...new Set(counts)].sort((a, b) => a - b);
  let bound = 0;
  for (const size of sizes) {
    const hidden = counts.filter((count) => count <= bound);
    const safe = hidden.length >= 2 && new Set(hidden).size >= 2 && hidden.reduce((sum, count) => sum + count, 0) >= k;
    if (size >= k && (hidden.length === 0 || safe)) return bound;
    bound = size;
  }
  // Nothing is left that could be hidden too.
  return bound;
}
