import { contract } from '../../../shared/contract.ts';
import { unavailable } from '../rpc/faults.ts';
import { type Handler, task } from '../rpc/handlers.ts';

const { export: exporting } = contract;
const notYet = (): never => {
  throw unavailable('closed');
};

export const exportHandlers = {
  status: task(exporting.status, notYet),
  preview: task(exporting.preview, notYet),
  acceptPreview: task(exporting.acceptPreview, notYet),
  run: task(exporting.run, notYet),
  readReceipts: task(exporting.readReceipts, notYet),
} satisfies Record<keyof typeof exporting, Handler>;
