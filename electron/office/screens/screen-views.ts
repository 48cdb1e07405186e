import type { ScreenSettings, ScreenView } from '../../../shared/screens/screens.contract.ts';
import type { Core } from '../core.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { conflict } from '../rpc/faults.ts';
import { listScreens, screenSettings } from './screen-row.ts';

/** All screens, those in windows of this computer last. */
export function screenViews(db: Db, core: Core): ScreenView[] {
  const connected = new Set([...core.connections].flatMap(({ screen }) => screen?.id ?? []));
  const now = core.ports.clock.now();
  const paired = listScreens(db).map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    pairedAt: row.paired_at,
    lastSeenAt: connected.has(row.id) ? now : row.last_seen_at,
    connected: connected.has(row.id),
  }));
  const here = core.windowsHere
    .list()
    .flatMap(({ id, kind, lastSeenAt }) =>
      connected.has(id) ? [{ id, kind, name: '', pairedAt: null, lastSeenAt, connected: true }] : [],
    );
  return [...paired, ...here];
}

/** The settings, and how the host stands to them. */
export function settingsView(db: Db, core: Core): ScreenSettings {
  const settings = screenSettings(db);
  const host = core.ports.screenHost ?? null;
  const standing = host?.standing() ?? { addresses: [], problem: null };
  return {
    ...settings,
    canServe: host !== null,
    addresses: [...standing.addresses],
    problem: standing.problem,
    prints: Boolean(core.ports.slipPrinter),
  };
}

/** Changes the settings of all screens; returns the new revision. Throws CONFLICT. */
export function changeScreenSettings(
  tx: Tx,
  input: { revision: number; network: boolean; port: number; paper: string },
): { revision: number } {
  const { revision } = screenSettings(tx);
  if (revision !== input.revision) throw conflict(revision);
  run(
    tx,
    'UPDATE screen_settings SET network = ?, port = ?, paper = ?, revision = revision + 1 WHERE singleton = 1',
    Number(input.network),
    input.port,
    input.paper,
  );
  return { revision: touched(tx, ['network', 'port', 'paper']) };
}

/** Puts another text under every display. The last one who writes is right: it is one line that all see. */
export function changeDisplayText(tx: Tx, text: string): void {
  run(tx, 'UPDATE screen_settings SET display_text = ?, revision = revision + 1 WHERE singleton = 1', text.trim());
  touched(tx, ['display_text']);
}

function touched(tx: Tx, fields: readonly string[]): number {
  const { revision } = screenSettings(tx);
  tx.touch({ entity: 'screen-settings', id: 'screens', op: 'put', fields, revision });
  return revision;
}
