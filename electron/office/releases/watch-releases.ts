import { addDays, elapsedMs, instantOfLocal, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Core } from '../core.ts';
import { endExpiredReleases } from './end-release.ts';

/** The clock may be set and the machine may sleep: look again at least this often. */
const LOOK_AGAIN_MS = 15 * 60_000;

/** Clears away what expired releases leave: when the database opens, and after each midnight until it closes. */
export function scheduleReleases(core: Core): void {
  let end = () => {};
  core.opened.push(() => {
    end();
    end = watchReleases(core);
  });
  core.closing.push(() => {
    end();
    end = () => {};
  });
}

function watchReleases(core: Core): () => void {
  const { clock } = core.ports;
  let cancel = () => {};
  const look = () => {
    try {
      endExpiredReleases(core);
    } catch {
      // They open nothing anyway; a full disk must not end the office.
      core.ports.log.write({ level: 'warning', code: 'releases-not-cleared' });
    }
    const midnight = instantOfLocal(addDays(localDateOf(clock.now()), 1), '00:00');
    cancel = clock.after(Math.min(elapsedMs(clock.now(), midnight) + 1000, LOOK_AGAIN_MS), look);
  };
  look();
  return () => cancel();
}
