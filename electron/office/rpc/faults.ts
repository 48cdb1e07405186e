import type { FaultCode } from '../../../shared/procedure.ts';

/** A failure that the caller is told about, with nothing in it but our own words. Everything else becomes INTERNAL. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly detail: Readonly<Record<string, unknown>> | undefined;

  constructor(code: FaultCode, detail?: Readonly<Record<string, unknown>>) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** A rule of the procedure's own list was broken; nothing was changed. */
export function rule(reason: string, detail: { retryAfterSeconds?: number } = {}): Fault {
  return new Fault('RULE', { reason, ...detail });
}

/** There is no such thing, or the caller may not know of it. */
export function notFound(): Fault {
  return new Fault('NOT_FOUND');
}

/** Somebody was quicker; the screen fetches the current revision and shows both. */
export function conflict(currentRevision: number | null): Fault {
  return new Fault('CONFLICT', { currentRevision });
}

/** The office can't do it now, for a reason of our own words. */
export function unavailable(reason: string): Fault {
  return new Fault('UNAVAILABLE', { reason });
}
