import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { afterRelease, withdrawRelease } from './end-release.ts';
import { giveRelease } from './give-release.ts';
import { confirmTalks, listHeldTalks } from './held-talks.ts';
import { listReadings } from './readings.ts';
import { readingsPage, releaseForm } from './release-papers.ts';
import { listReleases } from './release-row.ts';

const { releases } = contract;

export const releasesHandlers = {
  list: query(releases.list, (db, { personId }, who) => ({
    releases: listReleases(db, personId, who.today()),
    held: listHeldTalks(db, personId, who),
  })),
  confirm: command(releases.confirm, (tx, input, who) => {
    confirmTalks(tx, input, who);
    return {};
  }),
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
