import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../build/project.ts';
import { connectDesk, type DeskConnection, type DeskDoor, openDoor } from '../../electron/hosts/desk-client.ts';
import { type HostOptions, type HostProcess, startHostProcess } from '../../electron/hosts/host-process.ts';

/** A host process on a folder of its own, gone with everything in it after `remove`. */
export interface TestHost {
  process: HostProcess;
  door: DeskDoor;
  /** The folder around everything: `data` for the office, `outbox` for its bundles. */
  folder: string;
  dataFolder: string;
  outbox: string;
  connect(options?: { keepReceived?: boolean }): Promise<DeskConnection>;
  remove(): Promise<void>;
}

/** Opening an entry of the keyring takes no time then; how it is wrapped stays the same. */
export const CHEAP_PASSPHRASES = { TANDEM_TEST_PASSPHRASE_COST: '64,1,1' };

/**
 * Starts a host from the sources. With `screens` it serves dist/renderer, which must be built; else the contract only.
 * `prepare` is given the data folder before the host sees it.
 */
export async function startTestHost(
  options: {
    screens?: boolean;
    folder?: string;
    env?: NodeJS.ProcessEnv;
    prepare?: (dataFolder: string) => void;
  } & Pick<HostOptions, 'clock' | 'clockStart' | 'training'> = {},
): Promise<TestHost> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tandem-host-'));
  const [dataFolder, outbox, noScreens] = [join(folder, 'data'), join(folder, 'outbox'), join(folder, 'no-screens')];
  for (const each of [outbox, noScreens]) mkdirSync(each, { recursive: true });
  options.prepare?.(dataFolder);
  const screens = join(PROJECT, 'dist', 'renderer');
  if (options.screens && !existsSync(screens)) throw new Error('dist/renderer is not built: node build/build.ts');
  const process = await startHostProcess({
    program: join(PROJECT, 'electron', 'hosts', 'web', 'main.ts'),
    dataFolder,
    rendererFolder: options.screens ? screens : noScreens,
    clock: options.clock ?? 'system',
    ...(options.clockStart ? { clockStart: options.clockStart } : {}),
    training: options.training ?? false,
    env: { ...CHEAP_PASSPHRASES, ...options.env },
  });
  if ('running' in process) throw new Error('A test has its folder for itself');
  const door = await openDoor(process.url);
  return {
    process,
    door,
    folder,
    dataFolder,
    outbox,
    connect: (connectOptions) => connectDesk(door, connectOptions),
    async remove() {
      await process.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
