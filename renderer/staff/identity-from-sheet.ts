/** Whether every group was typed with its number before it: `1 AGE-S 2 ECRET …`. */
function isNumbered(parts: readonly string[]): boolean {
  return (
    parts.length % 2 === 0 &&
    parts.every((part, at) => at % 2 === 1 || part.replace(/[.:)]$/, '') === String(at / 2 + 1))
  );
}

/**
 * The secret as it was printed in numbered groups: blanks and line ends are no part of it, nor are the numbers, if all
 * groups were typed with theirs. A number alone may be a group: the last one is short.
 */
export function identityFromSheet(typed: string): string {
  const parts = typed.split(/\s+/).filter((part) => part !== '');
  const groups = isNumbered(parts) ? parts.filter((_part, at) => at % 2 === 1) : parts;
  return groups.join('').toUpperCase();
}
