import { useSyncExternalStore } from 'react';

/** One value that lives outside of components, and what changes or shows it. */
export interface SharedState<T> {
  get(): T;
  set(next: T): void;
  /** The value, for a component: it is drawn anew with each change. */
  use(): T;
}

/** Makes a value that all screens of this window share; gone with the window. */
export function sharedState<T>(first: T): SharedState<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = (): T => value;
  return {
    get,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
