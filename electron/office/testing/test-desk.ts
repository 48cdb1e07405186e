import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../../shared/contract.ts';
import type { Connection, Session } from '../access/session.ts';
import { officeOf } from '../office.ts';
import type { TestOffice } from './test-office.ts';

export type DeskCalls = ContractRouterClient<Contract>;

/** A screen at the desk, through access check, validation and all; nobody is signed in on it. */
export function newDesk(office: TestOffice): { connection: Connection; calls: DeskCalls } {
  const connection = officeOf(office.core).connect('desk');
  return { connection, calls: callsOn(office, connection) };
}

/** The screen at which this person is signed in. */
export function deskOf(office: TestOffice, session: Session): DeskCalls {
  const connection = [...office.core.connections].find((candidate) => candidate.session === session);
  if (!connection) throw new Error('Nobody is signed in with this session');
  return callsOn(office, connection);
}

/** Calls on a connection, whoever is signed in on it when the call is made. */
export function callsOn(office: TestOffice, connection: Connection): DeskCalls {
  // The router is made from the contract's own procedures, one by one, so its client is the contract's.
  return createRouterClient(officeOf(office.core).routerFor('desk') as AnyRouter, {
    context: { connection },
  }) as DeskCalls;
}

/** The code of the fault that a call ends in, with its reason if it has one; null when it succeeds. */
export async function faultOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const reason =
      'data' in error && error.data !== null && typeof error.data === 'object' && 'reason' in error.data
        ? ` ${String(error.data.reason)}`
        : '';
    return `${String(error.code)}${reason}`;
  }
}
