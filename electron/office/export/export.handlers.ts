import { z } from 'zod';
import { contract } from '../../../shared/contract.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { command, type Handler, query, task, whoCalls } from '../rpc/handlers.ts';
import { answerTo, recordAnswer } from '../rpc/requests.ts';
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
  run: task(exporting.run, (core, { requestId }, caller) => runOnce(core, whoCalls(caller).staffId, requestId)),
  readReceipts: task(exporting.readReceipts, async (core, _input, caller) => ({
    read: await readReceiptsByHand(core, whoCalls(caller).staffId),
  })),
} satisfies Record<keyof typeof exporting, Handler>;

const Answer = z.strictObject({ written: z.array(z.string()) });

/** A retry of a run that was answered gets that answer and begins no second night. */
async function runOnce(core: Core, staffId: string, requestId: string): Promise<z.infer<typeof Answer>> {
  const before = answerTo(openDatabaseOf(core), staffId, requestId, 'export.run');
  if (before) return Answer.parse(before.answer);
  const { written } = await runNightByHand(core, staffId);
  const answer = { written };
  writeAndPublish(core, { staffId, procedure: 'export.run' }, (tx) => {
    recordAnswer(tx, staffId, requestId, 'export.run', answer);
  });
  return answer;
}
