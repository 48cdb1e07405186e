import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Connection, Who } from '../access/session.ts';
import type { Core } from '../core.ts';
import type { Db, Tx } from '../database/handles.ts';

/** The parsed input of a procedure: what its handler is given. */
export type InputOf<C extends AnyContractProcedure> = InferSchemaOutput<NonNullable<C['~orpc']['inputSchema']>>;
/** The output before validation: what its handler returns. */
export type OutputOf<C extends AnyContractProcedure> = InferSchemaInput<NonNullable<C['~orpc']['outputSchema']>>;

export type Handler =
  | { kind: 'query'; contract: AnyContractProcedure; run: (db: Db, input: never, who: Who, core: Core) => unknown }
  | { kind: 'command'; contract: AnyContractProcedure; run: (tx: Tx, input: never, who: Who, core: Core) => unknown }
  | {
      kind: 'task';
      contract: AnyContractProcedure;
      run: (core: Core, input: never, caller: Caller) => unknown;
    };

/** Who calls a task: it may be nobody, where the procedure is public. */
export interface Caller {
  connection: Connection;
  who: Who | null;
  signal: AbortSignal | undefined;
}

/** Reads and answers. */
export function query<C extends AnyContractProcedure>(
  contract: C,
  run: (db: Db, input: InputOf<C>, who: Who, core: Core) => OutputOf<C>,
): Handler {
  // Each `run` takes the input of its own contract; the router hands it that and nothing else.
  return { kind: 'query', contract, run };
}

/** Changes something: synchronous, in one transaction with its journal entry, answered again on a retry. */
export function command<C extends AnyContractProcedure>(
  contract: C,
  run: (tx: Tx, input: InputOf<C>, who: Who, core: Core) => OutputOf<C>,
): Handler {
  return { kind: 'command', contract, run };
}

/** Works outside a transaction: before sign-in, with keys, files or printing. It writes through `writeAndPublish`. */
export function task<C extends AnyContractProcedure>(
  contract: C,
  run: (core: Core, input: InputOf<C>, caller: Caller) => Promise<OutputOf<C>> | OutputOf<C>,
): Handler {
  return { kind: 'task', contract, run };
}

/** Who calls a task that needs somebody signed in; the router has checked it. */
export function whoCalls(caller: Caller): Who {
  if (!caller.who) throw new Error('The router lets nobody without a session through');
  return caller.who;
}
