import { mkdirSync } from 'node:fs';
import type { ConnectionKind } from '../../shared/procedure.ts';
import type { ScreenKind } from '../../shared/screens/screens.contract.ts';
import { accessHandlers } from './access/access.handlers.ts';
import type { Connection } from './access/session.ts';
import { endSession } from './access/sign-in.ts';
import { appointmentsHandlers } from './appointments/appointments.handlers.ts';
import { scheduleDueTickets } from './appointments/due-tickets.ts';
import { cataloguesHandlers } from './catalogues/catalogues.handlers.ts';
import { changesHandlers } from './changes/changes.handlers.ts';
import { consultationsHandlers } from './consultations/consultations.handlers.ts';
import { levelsHandlers } from './consultations/levels.handlers.ts';
import { addMissingNoteWords } from './consultations/notes/note-words.ts';
import { keepSessionIndexes } from './consultations/notes/session-index.ts';
import { type Core, createCore } from './core.ts';
import { emergencyHandlers } from './emergency/emergency.handlers.ts';
import { exportHandlers } from './export/export.handlers.ts';
import { scheduleNights } from './export/schedule.ts';
import { flatsHandlers } from './flats/flats.handlers.ts';
import { householdsHandlers } from './households/households.handlers.ts';
import { interpretersHandlers } from './interpreters/interpreters.handlers.ts';
import { correctionsHandlers } from './letters/corrections.handlers.ts';
import { lettersHandlers } from './letters/letters.handlers.ts';
import { resumePrinting } from './letters/print-letter.ts';
import { mattersHandlers } from './matters/matters.handlers.ts';
import { noteWorkHandlers } from './note-work/note-work.handlers.ts';
import { obstaclesHandlers } from './obstacles/obstacles.handlers.ts';
import { officeHandlers } from './office/office.handlers.ts';
import { closeOffice } from './office/open-office.ts';
import { settleSetUp } from './office/staged-office.ts';
import { openUnattended } from './office/unattended.ts';
import { partnersHandlers } from './partners/partners.handlers.ts';
import { forgetPairsAtClosing } from './people/duplicates/compared-people.ts';
import { duplicatesHandlers } from './people/duplicates/duplicates.handlers.ts';
import { keepNameMemory } from './people/name-memory.ts';
import { peopleHandlers } from './people/people.handlers.ts';
import { phoneHandlers } from './phone/phone.handlers.ts';
import type { Ports } from './ports.ts';
import { profileCardsHandlers } from './profile-cards/profile-cards.handlers.ts';
import { programmeHandlers } from './programme/programme.handlers.ts';
import { queueHandlers } from './queue/queue.handlers.ts';
import { scheduleWakeUps } from './queue/wake-up.ts';
import { releasesHandlers } from './releases/releases.handlers.ts';
import { scheduleReleases } from './releases/watch-releases.ts';
import { type Handlers, routerFor } from './rpc/router.ts';
import { leaveScreen, letInHere } from './screens/let-in.ts';
import { screensHandlers } from './screens/screens.handlers.ts';
import { serveBeforeOpen, serveScreens } from './screens/serve-screens.ts';
import { searchHandlers } from './search/search.handlers.ts';
import { statisticsHandlers } from './statistics/statistics.handlers.ts';
import { stepsHandlers } from './steps/steps.handlers.ts';
import { scheduleWaitingTime } from './waiting-time/watch-waiting-time.ts';

/** One office: all of its business logic, whatever hosts it. */
export interface Office {
  /** The oRPC router with the procedures that this kind of connection may reach. */
  routerFor(kind: ConnectionKind): ReturnType<typeof routerFor>;
  /** A new screen; its session is empty until somebody signs in. */
  connect(kind: ConnectionKind): Connection;
  /** A screen in a window of this computer, which the shell has opened itself: nobody else can be at its other end. */
  connectHere(kind: ScreenKind): Connection;
  /** A screen is gone: its session ends and its keys are overwritten. */
  disconnect(connection: Connection): void;
  /** Ends every session: the screen was locked or the machine goes to sleep. */
  lockAll(): void;
  /** Opens the database if the office allows an unattended start; else it waits for the first sign-in. */
  start(): Promise<void>;
  /** Ends all sessions, waits for running work and closes the database. */
  stop(): Promise<void>;
}

const handlers: Handlers = {
  access: accessHandlers,
  appointments: appointmentsHandlers,
  catalogues: cataloguesHandlers,
  changes: changesHandlers,
  consultations: consultationsHandlers,
  levels: levelsHandlers,
  corrections: correctionsHandlers,
  profileCards: profileCardsHandlers,
  programme: programmeHandlers,
  flats: flatsHandlers,
  households: householdsHandlers,
  emergency: emergencyHandlers,
  export: exportHandlers,
  interpreters: interpretersHandlers,
  letters: lettersHandlers,
  matters: mattersHandlers,
  noteWork: noteWorkHandlers,
  office: officeHandlers,
  obstacles: obstaclesHandlers,
  partners: partnersHandlers,
  duplicates: duplicatesHandlers,
  people: peopleHandlers,
  phone: phoneHandlers,
  queue: queueHandlers,
  releases: releasesHandlers,
  screens: screensHandlers,
  search: searchHandlers,
  statistics: statisticsHandlers,
  steps: stepsHandlers,
};

/** Creates the office on the machine's ports. Nothing is opened or written before `start`. */
export function createOffice(ports: Ports): Office {
  return officeOf(createCore(ports));
}

/** The office around a core; tests hold the core as well. */
export function officeOf(core: Core): Office {
  const routers = new Map<ConnectionKind, ReturnType<typeof routerFor>>();
  const nights = scheduleNights(core);
  scheduleDueTickets(core);
  core.opened.push(resumePrinting, addMissingNoteWords);
  keepSessionIndexes(core);
  keepNameMemory(core);
  forgetPairsAtClosing(core);
  scheduleWakeUps(core);
  scheduleReleases(core);
  scheduleWaitingTime(core);
  serveScreens(core);
  const connect = (kind: ConnectionKind): Connection => {
    const connection: Connection = { kind, session: null };
    core.connections.add(connection);
    return connection;
  };
  return {
    routerFor(kind) {
      const router = routers.get(kind) ?? routerFor(core, handlers, kind);
      routers.set(kind, router);
      return router;
    },
    connect,
    connectHere(kind) {
      const connection = connect(kind);
      letInHere(core, connection, kind);
      return connection;
    },
    disconnect(connection) {
      connection.closed = true;
      leaveScreen(core, connection);
      endSession(core, connection);
      core.connections.delete(connection);
    },
    lockAll() {
      for (const connection of core.connections) endSession(core, connection);
    },
    async start() {
      mkdirSync(core.ports.dataFolder, { recursive: true, mode: 0o700 });
      settleSetUp(core.ports.dataFolder);
      await openUnattended(core);
      await serveBeforeOpen(core);
    },
    async stop() {
      for (const connection of core.connections) {
        connection.closed = true;
        endSession(core, connection);
      }
      await nights.stop();
      // A change of keys ends before the database closes.
      await core.keyWork;
      closeOffice(core);
    },
  };
}
