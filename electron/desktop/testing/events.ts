import { EventEmitter } from 'node:events';

/** The part of Electron's objects that events come from, with a way to make one happen. */
export interface Events {
  on(event: string, listener: (...values: never[]) => void): unknown;
  once(event: string, listener: (...values: never[]) => void): unknown;
  /** Lets an event happen; returns whether anybody listened. */
  happen(event: string, ...values: unknown[]): boolean;
}

export function createEvents(): Events {
  const emitter = new EventEmitter();
  return {
    // Electron's types name a listener's values event by event, Node's do not.
    on: (event, listener) => emitter.on(event, listener as (...values: unknown[]) => void),
    once: (event, listener) => emitter.once(event, listener as (...values: unknown[]) => void),
    happen: (event, ...values) => emitter.emit(event, ...values),
  };
}

/** An event whose default can be prevented, as Electron hands it over; `values` are its other properties. */
export function preventable<T extends object>(values: T): T & { preventDefault(): void; isPrevented: boolean } {
  const event = { ...values, isPrevented: false, preventDefault: () => void (event.isPrevented = true) };
  return event;
}
