import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { exportStatus } from './export-status.ts';
import { exportPreview } from './preview.ts';
import { acceptPreview } from './preview-acceptance.ts';
import { readReceiptsByHand, runNightByHand } from './run-night.ts';

const { export: exporting } = contract;

export const exportHandlers = {
  status: query(exporting.status, (db, _input, _who, core) => exportStatus(db, core)),
  preview: task(exporting.preview, (core, _input, caller) => exportPreview(core, whoCalls(caller).staffId)),
  acceptPreview: command(exporting.acceptPreview, (tx, input, who) => {
    acceptPreview(tx, who.employerId, input.schemaVersion);
    return {};
  }),
  // A retry of a run that was answered gets that answer and begins no second night.
  run: task(exporting.run, (core, input, caller) => {
    const who = whoCalls(caller);
    return answeredOnce(core, who, { procedure: 'export.run', input }, async () => ({
      written: (await runNightByHand(core, who.staffId)).written,
    }));
  }),
  readReceipts: task(exporting.readReceipts, async (core, _input, caller) => ({
    read: await readReceiptsByHand(core, whoCalls(caller).staffId),
  })),
} satisfies Record<keyof typeof exporting, Handler>;
