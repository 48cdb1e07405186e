import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../../shared/contract.ts';
import type { Connection, Session } from '../access/session.ts';
import type { Core } from '../core.ts';
import { type Office, officeOf } from '../office.ts';
import type { TestOffice } from './test-office.ts';

export type DeskCalls = ContractRouterClient<Contract>;

/** One office around each core: a second would watch the nights a second time. */
const offices = new WeakMap<Core, Office>();

/** The office around a test's core. */
export function officeAround({ core }: TestOffice): Office {
  const office = offices.get(core) ?? officeOf(core);
  offices.set(core, office);
  return office;
}

/** A screen at the desk, through access check, validation and all; nobody is signed in on it. */
export function newDesk(office: TestOffice): { connection: Connection; calls: DeskCalls } {
  const connection = officeAround(office).connect('desk');
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
  return createRouterClient(officeAround(office).routerFor('desk') as AnyRouter, {
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
