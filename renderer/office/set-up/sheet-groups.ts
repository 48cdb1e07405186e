/** The secret of a recovery sheet in groups of five characters, as the office counts them (from 1). */
export function groupsOf(identity: string): string[] {
  return identity.match(/.{1,5}/g) ?? [];
}

/**
 * Which of the asked groups were typed wrongly, by the number on the sheet. Case does not matter, since the sheet is
 * read by people; blanks at the ends neither.
 */
export function wrongGroups(identity: string, asked: readonly number[], typed: readonly string[]): number[] {
  const groups = groupsOf(identity);
  return asked.filter(
    (number, index) => (typed[index] ?? '').trim().toUpperCase() !== groups[number - 1]?.toUpperCase(),
  );
}
