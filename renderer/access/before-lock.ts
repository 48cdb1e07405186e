type Saver = () => Promise<unknown>;

const savers = new Set<Saver>();
/** A lock must not hang on a slow save; what is not saved by then was saved at most a second ago. */
const LONGEST_WAIT_MS = 1500;

/** Registers what must be saved before the screen is locked (a draft just typed). Returns the function that takes it back. */
export function beforeLock(saver: Saver): () => void {
  savers.add(saver);
  return () => savers.delete(saver);
}

/** Lets everything that is half typed be saved, but does not hold the lock up for longer than a moment. */
export async function saveBeforeLock(): Promise<void> {
  const all = Promise.allSettled([...savers].map((saver) => saver()));
  await Promise.race([all, new Promise((resolve) => window.setTimeout(resolve, LONGEST_WAIT_MS))]);
}
