const STORED_AS = 'tandem.desk';

/** The desk that this PC stands at, from 1. */
export function rememberedDesk(): number {
  const stored = Number(window.localStorage.getItem(STORED_AS));
  return Number.isInteger(stored) && stored >= 1 ? stored : 1;
}

/** Keeps the number of the desk for the next sign-in on this PC. */
export function rememberDesk(desk: number): void {
  window.localStorage.setItem(STORED_AS, String(desk));
}
