import { contract } from '../../../shared/contract.ts';
import type { PairedScreen } from '../access/session.ts';
import type { Core } from '../core.ts';
import { openDatabaseOf, writeAndPublish } from '../core.ts';
import { slipOf } from '../queue/slip-of.ts';
import { rule } from '../rpc/faults.ts';
import { type Caller, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { displayBoard } from './display-board.ts';
import { expectedWaits } from './expected-waits.ts';
import { kioskWelcome, takeTicket } from './kiosk.ts';
import { confirmPairing, enter, pair, revoke } from './let-in.ts';
import { changeDisplayText, changeScreenSettings, screenViews, settingsView } from './screen-views.ts';
import { renderSelfTest } from './self-test.ts';
import { serveAsSet } from './serve-screens.ts';
import { ticks } from './ticks.ts';

const { screens } = contract;

/** The screen that calls; the router lets none through that was not let in. */
function screenOf({ connection }: Caller): PairedScreen {
  if (!connection.screen) throw new Error('The router lets no screen through that is not paired');
  return connection.screen;
}

/** A command of the desk that is done at once, and once only. */
function once<T>(
  core: Core,
  caller: Caller,
  procedure: string,
  input: { readonly requestId: string },
  work: () => T,
): Promise<T> {
  return answeredOnce(core, whoCalls(caller), { procedure: `screens.${procedure}`, input }, work);
}

export const screensHandlers = {
  pair: task(screens.pair, (core, _input, caller) => pair(core, caller.connection, caller.signal)),
  enter: task(screens.enter, (core, input, caller) => enter(core, caller.connection, input.token)),
  self: task(screens.self, (_core, _input, caller) => ({ name: screenOf(caller).name })),
  ticks: task(screens.ticks, (core, _input, caller) => ticks(core, caller)),
  board: task(screens.board, (core) => displayBoard(openDatabaseOf(core), core)),
  welcome: task(screens.welcome, (core) => kioskWelcome(openDatabaseOf(core), core)),
  expectedWait: task(screens.expectedWait, (core, { language }) => {
    const [answer] = expectedWaits(openDatabaseOf(core), core, [language]);
    if (!answer) throw new Error('Each language that is asked for has an answer');
    return answer;
  }),
  takeTicket: task(screens.takeTicket, (core, input) => takeTicket(core, input)),

  list: query(screens.list, (db, _input, _who, core) => ({
    screens: screenViews(db, core),
    waitingToPair: core.pairings.count(),
  })),
  confirmPairing: task(screens.confirmPairing, (core, input, caller) =>
    once(core, caller, 'confirmPairing', input, () => confirmPairing(core, input, whoCalls(caller).staffId)),
  ),
  revoke: task(screens.revoke, (core, input, caller) =>
    once(core, caller, 'revoke', input, () => {
      revoke(core, input.screenId, whoCalls(caller).staffId);
      return {};
    }),
  ),
  openHere: task(screens.openHere, async (core, { kind }) => {
    if (!core.ports.screenHost) throw rule('no-second-window');
    return { url: await core.ports.screenHost.openHere(kind, () => core.windowsHere.issue(kind)) };
  }),
  settings: query(screens.settings, (db, _input, _who, core) => settingsView(db, core)),
  changeSettings: task(screens.changeSettings, async (core, input, caller) => {
    const who = whoCalls(caller);
    const changed = await once(core, caller, 'changeSettings', input, () =>
      writeAndPublish(core, { staffId: who.staffId, procedure: 'screens.changeSettings' }, (tx) =>
        changeScreenSettings(tx, input),
      ),
    );
    await serveAsSet(core);
    return changed;
  }),
  changeText: task(screens.changeText, (core, input, caller) =>
    once(core, caller, 'changeText', input, () => {
      const { staffId } = whoCalls(caller);
      writeAndPublish(core, { staffId, procedure: 'screens.changeText' }, (tx) => changeDisplayText(tx, input.text));
      return {};
    }),
  ),
  selfTest: query(screens.selfTest, (db, _input, _who, core) => ({ html: renderSelfTest(db, core) })),
  printSlip: task(screens.printSlip, async (core, input) => {
    const html = slipOf(openDatabaseOf(core), core, input.ticketId);
    return { printed: (await core.ports.slipPrinter?.printSlip(html).catch(() => false)) ?? false };
  }),
} satisfies Record<keyof typeof screens, Handler>;
