import { ORPCError } from '@orpc/client';
import type { FaultCode } from '../../shared/procedure.ts';
import { ConnectionLostError } from './connection.ts';

/** What went wrong, as far as a screen may know: the office's fault, or that no answer came. */
export interface Fault {
  code: FaultCode | 'CONNECTION';
  /** The reason of a RULE or UNAVAILABLE fault, else null. */
  reason: string | null;
  retryAfterSeconds: number | null;
  /** Names of our own fields that an INVALID_INPUT fault complains of. */
  fields: readonly string[];
  incident: string | null;
}

const CODES = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RULE',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
const NOTHING_KNOWN = { reason: null, retryAfterSeconds: null, fields: [], incident: null };

/** Reads what a call threw. An error that is no fault of the office means that its answer never came. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ConnectionLostError || !(error instanceof ORPCError))
    return { code: 'CONNECTION', ...NOTHING_KNOWN };
  const code = CODES.find((known) => known === error.code) ?? 'INTERNAL';
  return { code, ...detailsOf(error.data) };
}

/** Read by hand and not by a schema: the sign-in needs it, and is to be there before the schemas are. */
function detailsOf(data: unknown): Omit<Fault, 'code'> {
  if (typeof data !== 'object' || data === null) return NOTHING_KNOWN;
  const { reason, retryAfterSeconds, fields, incident } = data as Partial<Record<keyof Fault, unknown>>; // Each is looked at below.
  return {
    reason: typeof reason === 'string' ? reason : null,
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
    fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
    incident: typeof incident === 'string' ? incident : null,
  };
}
