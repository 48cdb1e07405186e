/** The secret as it was printed in numbered groups: blanks, line ends and the numbers of the groups are no part of it. */
export function identityFromSheet(typed: string): string {
  return (
    typed
      .split(/\s+/)
      // A group's own number, typed along with it: at most three digits, while a group has five characters.
      .filter((part) => !/^\d{1,3}[.:)]?$/.test(part))
      .join('')
      .toUpperCase()
  );
}
