import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../../shared/contract.ts';
import type { ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Connection } from '../access/session.ts';
import type { DeskCalls } from './test-desk.ts';
import { officeAround } from './test-desk.ts';
import type { TestOffice } from './test-office.ts';

export interface TestScreen {
  connection: Connection;
  /** The whole contract: what is not for a screen is not there at its other end. */
  calls: DeskCalls;
  /** Whether the host was told to end the line. */
  isHungUp(): boolean;
}

/** A kiosk or display that nobody has let in yet, through access check, validation and all. */
export function newScreen(office: TestOffice, kind: ScreenKind): TestScreen {
  const connection = officeAround(office).connect(kind);
  let hungUp = false;
  connection.hangUp = () => {
    hungUp = true;
  };
  // The router is made from the contract's own procedures, one by one, so its client is the contract's.
  const calls = createRouterClient(officeAround(office).routerFor(kind) as AnyRouter, {
    context: { connection },
  }) as ContractRouterClient<Contract>;
  return { connection, calls, isHungUp: () => hungUp };
}

/** Lets a screen in as people do: it shows a code, and somebody at the desk types it. */
export async function pairScreen(
  desk: DeskCalls,
  screen: TestScreen,
  name = 'Tablet',
): Promise<{ id: string; token: string }> {
  const steps = await screen.calls.screens.pair({});
  const first = await steps.next();
  if (first.done || first.value.step !== 'code') throw new Error('A screen shows its code first');
  const { screenId } = await desk.screens.confirmPairing({
    requestId: crypto.randomUUID(),
    code: first.value.code,
    name,
  });
  const second = await steps.next();
  if (second.done || second.value.step !== 'paired') throw new Error('Then it is let in');
  await screen.calls.screens.enter({ token: second.value.token });
  return { id: screenId, token: second.value.token };
}
