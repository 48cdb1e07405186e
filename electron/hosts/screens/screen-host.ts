import type { PageFile } from '../../../shared/node/page-files.ts';
import type { ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Office } from '../../office/office.ts';
import type { ScreenHost } from '../../office/ports.ts';
import { ownAddresses } from './office-network.ts';
import { type ScreenServer, startScreenServer } from './screen-server.ts';

export interface ScreenHostOptions {
  /** The built screens, read when the first is asked for. */
  loadFiles(): ReadonlyMap<string, PageFile>;
  /** Opens a window of the shell; where there is no shell, the desk opens an address itself. */
  openWindow?: (kind: ScreenKind) => Promise<void>;
}

/** A host for screens; it serves once it knows its office. */
export interface OfficeScreenHost extends ScreenHost {
  attach(office: Office): void;
  stop(): Promise<void>;
}

/**
 * Serves screens over HTTP: on the office network once that is turned on, and on the loopback address, at a port of its
 * own and so as another origin than the desk, once a window of this computer was opened.
 */
export function createScreenHost(options: ScreenHostOptions): OfficeScreenHost {
  let office: Office | null = null;
  let files: ReadonlyMap<string, PageFile> | null = null;
  let network: ScreenServer | null = null;
  let here: Promise<ScreenServer> | null = null;
  let problem: 'port-in-use' | 'failed' | null = null;
  let previous: Promise<void> = Promise.resolve();

  function start(address: '127.0.0.1' | '0.0.0.0', port: number): Promise<ScreenServer> {
    if (!office) throw new Error('The office comes before its screens');
    files ??= options.loadFiles();
    return startScreenServer({ address, port, files, office });
  }

  async function change(port: number | null): Promise<void> {
    if (network && network.port === port) return;
    await network?.close();
    network = null;
    problem = null;
    if (port === null) return;
    try {
      network = await start('0.0.0.0', port);
    } catch (error) {
      problem = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 'port-in-use' : 'failed';
    }
  }

  const host: OfficeScreenHost = {
    attach(newOffice) {
      office = newOffice;
    },
    serve(port) {
      // One change after another: two at once would fight for the port.
      previous = previous.then(() => change(port));
      return previous;
    },
    standing() {
      const addresses = network ? ownAddresses().map((address) => `http://${address}:${network?.port}/`) : [];
      return { addresses, problem };
    },
    async openHere(kind, issueSecret) {
      if (options.openWindow) {
        await options.openWindow(kind);
        return null;
      }
      here ??= start('127.0.0.1', 0);
      const { port } = await here;
      // After the #: it reaches neither a server nor its log.
      return `http://127.0.0.1:${port}/${kind}/#${issueSecret()}`;
    },
    async stop() {
      await host.serve(null);
      const server = await here?.catch(() => null);
      here = null;
      await server?.close();
    },
  };
  return host;
}
