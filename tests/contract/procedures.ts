import type { AnyContractProcedure } from '@orpc/contract';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { contract } from '../../shared/contract.ts';
import type { ProcedureMeta } from '../../shared/procedure.ts';
import { sampleInputs } from './sample-inputs/all.ts';

/** One procedure of the contract, as a test calls it without knowing which it is. */
export interface AnyProcedure {
  /** `queue.checkIn` */
  name: string;
  meta: ProcedureMeta;
  /** A valid input. */
  sample(): object;
  /** Calls it with whatever input. */
  call(client: DeskClient, input: unknown): Promise<unknown>;
}

type Untyped<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** Every procedure of the contract, in its order. */
export const allProcedures: readonly AnyProcedure[] = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures as Readonly<Record<string, AnyContractProcedure>>).map(([name, procedure]) => ({
    name: `${feature}.${name}`,
    // Every procedure was made by shared/procedure.ts, which requires it.
    meta: procedure['~orpc'].meta as ProcedureMeta,
    sample: () => (sampleInputs as Untyped<() => object>)[feature]?.[name]?.() ?? {},
    call: async (client, input) =>
      await (client as unknown as Untyped<(input: unknown) => Promise<unknown>>)[feature]?.[name]?.(input),
  })),
);

/** What a call came to, in a word or two: `ok`, a fault's code, a rule's reason. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    const answer = await call;
    // A stream is open until somebody ends it.
    if (isStream(answer)) await answer.return();
    return 'ok';
  } catch (error) {
    if (!hasCode(error)) throw error;
    const reason = error.data?.reason;
    const fields = error.data?.fields;
    if (typeof reason === 'string') return `${error.code} ${reason}`;
    return Array.isArray(fields) && fields.length > 0 ? `${error.code} ${fields.join(' ')}` : error.code;
  }
}

function isStream(answer: unknown): answer is { return(): Promise<unknown> } {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

function hasCode(error: unknown): error is { code: string; data?: { reason?: unknown; fields?: unknown } | null } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
