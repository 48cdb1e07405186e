import type { PowerMonitor } from 'electron';

/** What the office is told about this computer. */
export interface PowerListener {
  /** Nobody may be signed in any more. */
  lock(): void;
  /** The computer has slept: what was due meanwhile is due now. */
  catchUp(): void;
  /** The computer shuts down: the office finishes what it writes. */
  shutDown(): void;
}

/** Locks when the computer is locked, sleeps or changes its user; catches up when it wakes. */
export function watchPower(powerMonitor: Pick<PowerMonitor, 'on'>, office: PowerListener): void {
  powerMonitor.on('lock-screen', () => office.lock());
  powerMonitor.on('suspend', () => office.lock());
  powerMonitor.on('user-did-resign-active', () => office.lock());
  powerMonitor.on('resume', () => office.catchUp());
  powerMonitor.on('unlock-screen', () => office.catchUp());
  // The event takes the shutdown's stop with preventDefault; its type does not say so.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    office.shutDown();
  });
}
