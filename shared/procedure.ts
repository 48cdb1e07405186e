import { type AnySchema, oc } from '@orpc/contract';
import { z } from 'zod';
import type { Right } from './access/rights.ts';
import { Revision } from './kernel/ids.ts';

/** The kinds of connection. A kiosk cannot reach a note even if the rights table has a mistake: for it the procedure does not exist. */
export const CONNECTION_KINDS = ['desk', 'kiosk', 'display', 'seat'] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

/**
 * Who may call a procedure: `public` before sign-in, `signed-in` for everybody who is, `paired` for a kiosk or display
 * that was let in, else the named right.
 */
export interface Access {
  right: Right | 'public' | 'signed-in' | 'paired';
  from: readonly [ConnectionKind, ...ConnectionKind[]];
}

/** What can go wrong beside the faults that every procedure has. */
export interface Faults {
  /** Reasons for a RULE fault, from this list only; each has a text in locales/<language>/faults.json. */
  rule?: readonly string[];
}

/**
 * Everything a reply may say about a failure: a code and names of our own fields. Never free text, never what the
 * caller sent, never personal data.
 */
export const FAULTS = {
  INVALID_INPUT: { status: 400, data: z.strictObject({ fields: z.array(z.string()) }) },
  UNAUTHENTICATED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  CONFLICT: { status: 409, data: z.strictObject({ currentRevision: Revision.nullable() }) },
  RULE: { status: 422, data: z.strictObject({ reason: z.string(), retryAfterSeconds: z.int().min(0).optional() }) },
  UNAVAILABLE: { status: 503, data: z.strictObject({ reason: z.string() }) },
  INTERNAL: { status: 500, data: z.strictObject({ incident: z.string() }) },
} as const;
export type FaultCode = keyof typeof FAULTS;

export interface ProcedureMeta extends Record<string, unknown> {
  access: Access;
  faults: Faults;
}

const base = oc.$meta<ProcedureMeta>({ access: { right: 'signed-in', from: ['desk'] }, faults: {} }).errors(FAULTS);

/**
 * The only way to make a procedure: all four parts are required, where oRPC alone would allow one without input or
 * access. Input and output must be strict objects, so that a column too many fails and does not leak.
 */
export function procedure<I extends z.ZodType, O extends AnySchema>(parts: {
  access: Access;
  input: I;
  output: O;
  errors: Faults;
}) {
  const { access, errors } = parts;
  const faults = takesRequestId(parts.input) ? { rule: [...(errors.rule ?? []), REQUEST_REUSED] } : errors;
  return base.meta({ access, faults }).input(parts.input).output(parts.output);
}

/**
 * The reason that whoever takes a request id can refuse with: it stands for something else that was asked before. A retry
 * of the same gets the first answer, and another wish has another id.
 */
const REQUEST_REUSED = 'request-reused';

function takesRequestId(input: z.ZodType): boolean {
  return input instanceof z.ZodObject && 'requestId' in input.shape;
}

/** An input or output without anything in it. */
export const Nothing = z.strictObject({});
