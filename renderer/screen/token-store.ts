/** Where a screen keeps what lets it in. */
export interface TokenStore {
  /** `window`: opened from the desk, with a secret of its own; `shell`: needs none; `device`: paired by a code. */
  kind: 'window' | 'shell' | 'device';
  read(): string | null;
  keep(token: string): void;
  forget(): void;
}

const STORED_AS = 'tandem.screen';

/**
 * A window that the desk has opened brings its secret behind the `#` of its address; it keeps it for as long as the
 * window stands, a reload included. Any other is a device of the office network and keeps its token for good.
 */
export function findTokenStore(): TokenStore {
  if ('tandemHost' in window) return { kind: 'shell', read: () => null, keep: () => {}, forget: () => {} };
  const brought = window.location.hash.slice(1);
  if (brought !== '') {
    // Out of the address line, where somebody could read it.
    window.history.replaceState(null, '', window.location.pathname);
    window.sessionStorage.setItem(STORED_AS, brought);
  }
  const isWindow = window.sessionStorage.getItem(STORED_AS) !== null;
  const storage = isWindow ? window.sessionStorage : window.localStorage;
  return {
    kind: isWindow ? 'window' : 'device',
    read: () => storage.getItem(STORED_AS),
    keep: (token) => storage.setItem(STORED_AS, token),
    forget: () => storage.removeItem(STORED_AS),
  };
}
