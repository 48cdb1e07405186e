import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract.ts';
import type { ScreenKind } from '../../shared/screens/screens.contract.ts';
import { type Connection, createConnection } from './connection.ts';
import { messagePortTransport } from './message-port-transport.ts';
import { websocketTransport } from './websocket-transport.ts';

/** What a kiosk or display may call. The other procedures do not exist on its line. */
export type ScreenClient = ContractRouterClient<Contract>['screens'];

/** A screen's line to the office: a message port in a window of the desktop shell, else a WebSocket. */
export function createScreenLine(kind: ScreenKind): { client: ScreenClient; connection: Connection } {
  const isShell = 'tandemHost' in window;
  const connection = createConnection(isShell ? messagePortTransport() : websocketTransport(`/rpc/${kind}`));
  const client: ContractRouterClient<Contract> = createORPCClient(connection.link);
  return { client: client.screens, connection };
}
