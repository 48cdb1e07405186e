import type { Core } from '../core.ts';
import { hangUpScreens } from './let-in.ts';
import { screenSettings } from './screen-row.ts';

/** Serves the office network as the settings say, as long as the database is open. */
export function serveScreens(core: Core): void {
  core.opened.push(() => void serveAsSet(core));
  core.closing.push(() => {
    core.pairings.clear();
    // What comes next may be another database: each screen says anew who it is.
    hangUpScreens(core, () => true);
    void core.ports.screenHost?.serve(null);
  });
}

/** Brings the host in line with the settings; it says itself what it could not do. */
export async function serveAsSet(core: Core): Promise<void> {
  if (!core.database || !core.ports.screenHost) return;
  const { network, port } = screenSettings(core.database);
  await core.ports.screenHost.serve(network ? port : null);
  core.changes.publish('change', { entity: 'screen-settings', id: 'standing', revision: null });
}
