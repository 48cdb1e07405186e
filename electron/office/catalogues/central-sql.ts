/**
 * SQL for the central entry of a column that holds an entry's id, as `centralIdOf` says it: `own.` (4), the central id, a
 * dot and 16 digits.
 */
export function centralSql(column: string): string {
  return `CASE WHEN ${column} GLOB 'own.*' THEN substr(${column}, 5, length(${column}) - 21) ELSE ${column} END`;
}
