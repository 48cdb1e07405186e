import { useEffect } from 'react';

/** Longer than the first frames take, shorter than a passphrase is typed. */
const AFTER_MS = 400;

/** Reads a part of the program that will be needed soon, but only when what is on the screen has been drawn. */
export function useReadAhead(wanted: boolean, read: () => Promise<unknown>): void {
  useEffect(() => {
    if (!wanted) return;
    const timer = window.setTimeout(() => void read(), AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [wanted, read]);
}
