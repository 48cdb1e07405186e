import { oneAtATime } from '../access/key-work.ts';
import { readKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';
import { DatabaseBlocked } from '../database/open-database.ts';
import { repeatInKeyring } from '../office/repeat-in-keyring.ts';
import { hangUpScreens } from './let-in.ts';
import { screenSettings } from './screen-row.ts';

/** Serves the office network as the settings say, from the opening of the database to its closing. */
export function serveScreens(core: Core): void {
  core.opened.push(() => void serveAsSet(core));
  core.closing.push(() => {
    core.pairings.clear();
    // What comes next may be another database: each screen says anew who it is.
    hangUpScreens(core, () => true);
    void core.ports.screenHost?.serve(null);
  });
}

/**
 * Before anybody has opened the office its screens are served as they were last: they come back by themselves, are told
 * that it is closed, and say on their screen what is missing. Nothing of the office can be asked meanwhile.
 */
export async function serveBeforeOpen(core: Core): Promise<void> {
  const { screenHost, dataFolder } = core.ports;
  if (core.database || !screenHost) return;
  const port = portOf(dataFolder);
  if (port !== null) await screenHost.serve(port);
}

function portOf(dataFolder: string): number | null {
  try {
    return readKeyring(dataFolder)?.screenPort ?? null;
  } catch (error) {
    // The first screen says what is wrong with the files.
    if (error instanceof DatabaseBlocked) return null;
    throw error;
  }
}

/** Brings the host in line with the settings; it says itself what it could not do. */
export async function serveAsSet(core: Core): Promise<void> {
  if (!core.database || !core.ports.screenHost) return;
  const { network, port } = screenSettings(core.database);
  const served = network ? port : null;
  await core.ports.screenHost.serve(served);
  await oneAtATime(core, async () => {
    if (portOf(core.ports.dataFolder) !== served) repeatInKeyring(core, { screenPort: served });
  });
  core.changes.publish('change', { entity: 'screen-settings', id: 'standing', revision: null });
}
