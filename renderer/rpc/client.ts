import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract.ts';
import { createConnection } from './connection.ts';
import { messagePortTransport } from './message-port-transport.ts';
import { websocketTransport } from './websocket-transport.ts';

declare global {
  interface Window {
    /** Set by the preload script of the desktop shell; a browser has none. */
    tandemHost?: { kind: 'electron' };
  }
}

/** The desk's line to its office: a message port in the desktop shell, a WebSocket in the browser host. */
export const connection = createConnection(
  window.tandemHost?.kind === 'electron' ? messagePortTransport() : websocketTransport('/rpc/desk'),
);

export type OfficeClient = ContractRouterClient<Contract>;
export const client: OfficeClient = createORPCClient(connection.link);

/** Query and mutation options for each procedure of the contract: `useQuery(orpc.queue.today.queryOptions({ input: {} }))`. */
export const orpc = createTanstackQueryUtils(client);
