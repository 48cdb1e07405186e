/** One end of a line between two processes, as Electron's MessagePortMain has it. */
export interface LinePort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  /** Messages are held back until then. */
  start(): void;
  close(): void;
}

/** The way to the shell that forked this process, as Electron's `process.parentPort` has it. */
export interface ShellPort {
  on(event: 'message', listener: (message: { data: unknown; ports: LinePort[] }) => void): unknown;
  postMessage(message: unknown): void;
}
