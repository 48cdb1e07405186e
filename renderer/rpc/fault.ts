import { ORPCError } from '@orpc/client';
import { z } from 'zod';
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
const KnownCode = z.enum(CODES);
const FaultData = z.object({
  reason: z.string().nullable().catch(null),
  retryAfterSeconds: z.number().nullable().catch(null),
  fields: z.array(z.string()).catch([]),
  incident: z.string().nullable().catch(null),
});
const NOTHING_KNOWN = { reason: null, retryAfterSeconds: null, fields: [], incident: null };

/** Reads what a call threw. An error that is no fault of the office means that its answer never came. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ConnectionLostError || !(error instanceof ORPCError))
    return { code: 'CONNECTION', ...NOTHING_KNOWN };
  const code = KnownCode.safeParse(error.code);
  const details = FaultData.safeParse(error.data ?? {});
  return { code: code.success ? code.data : 'INTERNAL', ...(details.success ? details.data : NOTHING_KNOWN) };
}
