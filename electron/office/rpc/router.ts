import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { implement, ORPCError, ValidationError } from '@orpc/server';
import { z } from 'zod';
import {
  type Access,
  type ConnectionKind,
  FAULTS,
  type FaultCode,
  type ProcedureMeta,
} from '../../../shared/procedure.ts';
import type { Connection, Who } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import type { Tx } from '../database/handles.ts';
import { Fault } from './faults.ts';
import type { Handler } from './handlers.ts';
import { answerTo, askedBy, recordAnswer } from './requests.ts';

export type Handlers = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

/**
 * The procedures that this kind of connection may reach, each behind its access check. A procedure that is not for the
 * kind is not in the router at all.
 */
export function routerFor(
  core: Core,
  handlers: Handlers,
  kind: ConnectionKind,
): Record<string, Record<string, unknown>> {
  const router: Record<string, Record<string, unknown>> = {};
  for (const [feature, procedures] of Object.entries(handlers)) {
    for (const [name, handler] of Object.entries(procedures)) {
      const { access } = metaOf(handler.contract);
      if (!access.from.includes(kind)) continue;
      router[feature] ??= {};
      router[feature][name] = implementProcedure(core, `${feature}.${name}`, handler, access);
    }
  }
  return router;
}

function metaOf(contract: AnyContractProcedure): ProcedureMeta {
  // Every procedure was made by shared/procedure.ts, which requires it.
  return contract['~orpc'].meta as ProcedureMeta;
}

function implementProcedure(core: Core, name: string, handler: Handler, access: Access): unknown {
  // Access is checked before the input is parsed, so that a stranger learns nothing from validation.
  const os = implement(handler.contract as AnyContractProcedure & AnyContractRouter, {
    initialInputValidationIndex: Number.POSITIVE_INFINITY,
    initialOutputValidationIndex: 1,
  }).$context<{ connection: Connection }>();
  return os
    .use(async ({ context, next }) => {
      try {
        checkAccess(context.connection, access);
        return await next();
      } catch (error) {
        throw asFault(core, name, handler.contract, error);
      }
    })
    .handler(
      ({
        input,
        context,
        signal,
      }: {
        input: unknown;
        context: { connection: Connection };
        signal?: AbortSignal | undefined;
      }) => answer(core, name, handler, access, input as never, context.connection, signal),
    );
}

function checkAccess(connection: Connection, access: Access): void {
  if (access.right === 'public') return;
  if (access.right === 'paired') {
    if (!connection.screen) throw new Fault('UNAUTHENTICATED');
    return;
  }
  if (!connection.session) throw new Fault('UNAUTHENTICATED');
  if (access.right !== 'signed-in' && !connection.session.rights.has(access.right)) throw new Fault('FORBIDDEN');
}

function answer(
  core: Core,
  name: string,
  handler: Handler,
  access: Access,
  input: never,
  connection: Connection,
  signal: AbortSignal | undefined,
): unknown {
  // Security: again, since the session may have ended or become another person's while the input was parsed.
  checkAccess(connection, access);
  const who = connection.session;
  if (handler.kind === 'task') return handler.run(core, input, { connection, who, signal });
  if (!who) throw new Fault('UNAUTHENTICATED');
  if (handler.kind === 'query') {
    const found = handler.run(openDatabaseOf(core), input, who, core);
    journalReadings(core, name, who);
    return found;
  }
  const asked = askedBy(who, name, input);
  const answered = writeAndPublish(core, { staffId: who.staffId, procedure: name }, (tx) => {
    const before = answerTo(tx, asked);
    if (before) return before.answer;
    const result = handler.run(tx, input, who, core);
    recordAnswer(tx, asked, result);
    touchReadings(tx, who);
    return result;
  });
  who.readings.written();
  return answered;
}

/** Writes down which notes of the other employer an answer holds, before it leaves: what can't be journalled isn't read. */
function journalReadings(core: Core, procedure: string, who: Who): void {
  if (who.readings.waiting().length === 0) return;
  writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) => touchReadings(tx, who));
  who.readings.written();
}

function touchReadings(tx: Tx, who: Who): void {
  for (const id of who.readings.waiting()) tx.touch({ entity: 'note', id, op: 'read' });
}

/** Turns any failure into what the caller may know: a code, our own reasons, names of our own fields. */
function asFault(core: Core, name: string, contract: AnyContractProcedure, error: unknown): ORPCError<string, unknown> {
  if (error instanceof Fault) return faultError(error.code, error.detail);
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return faultError('INVALID_INPUT', { fields: ownFields(contract, error.cause) });
  }
  const incident = Math.random().toString(36).slice(2, 10).toUpperCase();
  core.ports.log.write({
    level: 'error',
    code: 'incident',
    detail: { incident, procedure: name, error: kindOf(error) },
  });
  return faultError('INTERNAL', { incident });
}

/** Names of the failure's class and the place in our code; a message could carry what somebody typed. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? `:${error.code}` : '';
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  const place = /([\w.-]+\.(?:ts|js):\d+)/.exec(frame)?.[1] ?? '';
  return `${error.constructor.name}${code} ${place}`.trim();
}

/** A fault as oRPC sends it. */
export function faultError(code: FaultCode, data?: Readonly<Record<string, unknown>>): ORPCError<string, unknown> {
  // The message is the code again: a free text could echo input.
  return new ORPCError(code, { defined: true, message: code, data: data ?? null, status: FAULTS[code].status });
}

/** The first-level fields of the procedure's own input that validation complained about; keys that the caller invented are not echoed. */
function ownFields(contract: AnyContractProcedure, error: ValidationError): string[] {
  const schema = contract['~orpc'].inputSchema;
  const own = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const named = error.issues.map((issue) => {
    const first = issue.path?.[0];
    return typeof first === 'object' ? first.key : first;
  });
  return own.filter((field) => named.includes(field));
}
