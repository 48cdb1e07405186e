import { contract } from '../../../shared/contract.ts';
import { openDatabaseOf } from '../core.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { makeFolder } from './export-folder.ts';
import { findOffice } from './office-row.ts';
import { repeatInKeyring } from './repeat-in-keyring.ts';
import { restoreSnapshot } from './restore.ts';
import { beginSetUp, checkCityKeys, completeSetUp } from './set-up.ts';
import { changeLetterhead, changeOffice, officeSettings } from './settings.ts';
import { listSnapshots, snapshotOf } from './snapshots.ts';
import { officeStatus } from './status.ts';
import { startTraining } from './training.ts';
import { allowUnattended } from './unattended.ts';

const { office } = contract;

export const officeHandlers = {
  status: task(office.status, (core) => officeStatus(core)),
  beginSetUp: task(office.beginSetUp, (core, input) => beginSetUp(core, input)),
  completeSetUp: task(office.completeSetUp, async (core, input) => {
    await completeSetUp(core, input);
    return {};
  }),
  startTraining: task(office.startTraining, async (core) => {
    await startTraining(core);
    return {};
  }),
  settings: query(office.settings, (db, _input, _who, core) => officeSettings(db, core)),
  changeSettings: command(office.changeSettings, (tx, input, _who, core) => {
    const { export_folder: folderBefore } = findOffice(tx);
    const revision = changeOffice(tx, input.revision, {
      name: input.name,
      address: input.address,
      opening_hours: input.openingHours,
      districts: JSON.stringify(input.districts),
      languages: JSON.stringify(input.languages),
      desks: input.desks,
      ticket_letter: input.ticketLetter,
      idle_lock_minutes: input.idleLockMinutes,
      call_repeats: input.callRepeats,
      export_folder: input.exportFolder,
      nightly_at: input.nightlyAt,
    });
    // Only a new one is made: where a network drive is away, its folder must not come to lie on this disk.
    if (input.exportFolder !== folderBefore) makeFolder(input.exportFolder);
    repeatInKeyring(core, { officeName: input.name, desks: input.desks });
    return { revision };
  }),
  changeLetterhead: command(office.changeLetterhead, (tx, input) => ({ revision: changeLetterhead(tx, input) })),
  changeCityKeys: command(office.changeCityKeys, (tx, input) => {
    checkCityKeys(input.recipients, input.receiptKeyPem);
    return {
      revision: changeOffice(tx, input.revision, {
        city_recipients: JSON.stringify(input.recipients),
        receipt_key_pem: input.receiptKeyPem,
      }),
    };
  }),
  allowUnattended: task(office.allowUnattended, async (core, input, caller) => {
    await allowUnattended(core, whoCalls(caller), input.allowed);
    return {};
  }),
  listSnapshots: task(office.listSnapshots, (core) => ({ snapshots: listSnapshots(core) })),
  takeSnapshot: task(office.takeSnapshot, (core, input, caller) =>
    answeredOnce(core, whoCalls(caller), { procedure: 'office.takeSnapshot', input }, () =>
      snapshotOf(core, openDatabaseOf(core).raw),
    ),
  ),
  restoreSnapshot: task(office.restoreSnapshot, (core, input) => restoreSnapshot(core, input)),
} satisfies Record<keyof typeof office, Handler>;
