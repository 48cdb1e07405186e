import { v7 as uuidv7 } from 'uuid';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { type PairingStep, ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Connection, PairedScreen } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { deleteScreen, findScreenByToken, insertScreen } from './screen-row.ts';
import { newToken, type WindowHere } from './windows-here.ts';

/** Shows a screen its code until somebody at the desk has typed it. Throws RULE pairing-busy, UNAVAILABLE. */
export function pair(
  core: Core,
  connection: Connection,
  signal: AbortSignal | undefined,
): AsyncGenerator<PairingStep, void> {
  openDatabaseOf(core);
  if (connection.pairing) core.pairings.abandon(connection.pairing);
  const pairing = core.pairings.begin(ScreenKind.parse(connection.kind), connection.address ?? null);
  if (!pairing) throw rule('pairing-busy');
  connection.pairing = pairing;
  core.changes.publish('change', { entity: 'screen', id: 'pairing', revision: null });
  signal?.addEventListener('abort', () => core.pairings.abandon(pairing), { once: true });

  return (async function* steps() {
    const secondsLeft = Math.max(0, Math.round((pairing.expiresAtMs - Date.parse(core.ports.clock.now())) / 1000));
    yield { step: 'code' as const, code: pairing.code, secondsLeft };
    const token = await pairing.settled;
    if (token !== null) yield { step: 'paired' as const, token };
  })();
}

/** Makes a screen of what shows this code. Throws RULE pairing-code-wrong, pairing-paused. */
export function confirmPairing(
  core: Core,
  input: { code: string; name: string },
  staffId: string,
): { screenId: string; kind: ScreenKind } {
  openDatabaseOf(core);
  const taken = core.pairings.take(input.code);
  if (taken.outcome !== 'found') throw rule(taken.outcome === 'paused' ? 'pairing-paused' : 'pairing-code-wrong');
  const token = newToken();
  const id = uuidv7();
  writeAndPublish(core, { staffId, procedure: 'screens.confirmPairing' }, (tx) =>
    insertScreen(tx, {
      id,
      kind: taken.kind,
      name: input.name,
      token_hash: sha256Hex(token),
      paired_at: tx.at,
      paired_by: staffId,
      last_seen_at: tx.at,
    }),
  );
  taken.settle(token);
  return { screenId: id, kind: taken.kind };
}

/** Lets a screen in that shows its token, or a window of this computer that shows its secret. Throws RULE not-paired. */
export function enter(core: Core, connection: Connection, token: string): { name: string } {
  const kind = ScreenKind.parse(connection.kind);
  const here = core.windowsHere.find(token, kind);
  if (here) {
    takeHere(core, connection, here);
    return { name: '' };
  }
  const row = findScreenByToken(openDatabaseOf(core), sha256Hex(token));
  // Security: a display's token opens no kiosk.
  if (row?.kind !== kind) throw rule('not-paired');
  take(connection, { id: row.id, name: row.name });
  noteSeen(core, row.id);
  return { name: row.name };
}

/** A window that the shell has opened: it needs no token, since nobody else can be at its end of the line. */
export function letInHere(core: Core, connection: Connection, kind: ScreenKind): void {
  takeHere(core, connection, core.windowsHere.open(kind));
}

/** Forgets a screen and ends its lines at once. */
export function revoke(core: Core, screenId: string, staffId: string): void {
  const wasHere = core.windowsHere.remove(screenId);
  if (wasHere) core.changes.publish('change', { entity: 'screen', id: screenId, revision: null });
  else
    writeAndPublish(core, { staffId, procedure: 'screens.revoke' }, (tx) => {
      deleteScreen(tx, screenId);
    });
  hangUpScreens(core, ({ id }) => id === screenId);
}

/** Ends the lines of these screens: nothing more is said on them, whatever their other end does. */
export function hangUpScreens(core: Core, which: (screen: PairedScreen) => boolean): void {
  for (const connection of core.connections) {
    if (!connection.screen || !which(connection.screen)) continue;
    delete connection.screen;
    connection.left?.abort();
    connection.hangUp?.();
  }
}

/** A screen's line is gone. */
export function leaveScreen(core: Core, connection: Connection): void {
  if (connection.pairing) core.pairings.abandon(connection.pairing);
  const { screen } = connection;
  if (!screen) return;
  delete connection.screen;
  connection.left?.abort();
  if (isHere(screen)) {
    core.windowsHere.left(screen.id);
    core.changes.publish('change', { entity: 'screen', id: screen.id, revision: null });
  } else if (core.database) noteSeen(core, screen.id);
}

function take(connection: Connection, screen: PairedScreen): void {
  connection.screen = screen;
  connection.left = new AbortController();
}

function takeHere(core: Core, connection: Connection, { id }: WindowHere): void {
  take(connection, { id, name: '' });
  core.changes.publish('change', { entity: 'screen', id, revision: null });
}

/** Windows of this computer have a name of the office's making, which no paired device has. */
function isHere(screen: PairedScreen): boolean {
  return screen.name === '';
}

/** When a screen was seen last; of no interest to the journal. */
function noteSeen(core: Core, id: string): void {
  const seen = (tx: Tx): void => {
    run(tx, 'UPDATE screen SET last_seen_at = ? WHERE id = ?', tx.at, id);
  };
  writeAndPublish(core, { staffId: null, procedure: 'screens.enter' }, seen);
  core.changes.publish('change', { entity: 'screen', id, revision: null });
}
