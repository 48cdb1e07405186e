import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { afterRelease, withdrawRelease } from './end-release.ts';
import { giveRelease } from './give-release.ts';
import { listReadings } from './readings.ts';
import { readingsPage, releaseForm } from './release-papers.ts';
import { listReleases } from './release-row.ts';

const { releases } = contract;

export const releasesHandlers = {
  list: query(releases.list, (db, input, who) => ({ releases: listReleases(db, input.personId, who.today()) })),
  form: query(releases.form, releaseForm),
  give: task(releases.give, (core, input, caller) => giveRelease(core, whoCalls(caller), input)),
  withdraw: command(releases.withdraw, (tx, input, who, core) => {
    withdrawRelease(tx, input, who);
    // The query is closed with the commit; the keys in open sessions go right after it.
    setImmediate(() => afterRelease(core));
    return {};
  }),
  readings: query(releases.readings, (db, input, who) => ({ readings: listReadings(db, input.personId, who) })),
  readingsPage: query(releases.readingsPage, readingsPage),
} satisfies Record<keyof typeof releases, Handler>;
