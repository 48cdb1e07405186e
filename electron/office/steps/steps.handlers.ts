import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { handOutSheet } from './hand-out.ts';
import { openStepsOf } from './open-steps.ts';
import { sheetOf } from './sheet-of.ts';

const { steps } = contract;

export const stepsHandlers = {
  sheet: query(steps.sheet, (db, input, who, core) => sheetOf(db, core, input, who)),
  openOf: query(steps.openOf, (db, input) => ({ steps: openStepsOf(db, input) })),
  handOut: command(steps.handOut, (tx, input, who) => handOutSheet(tx, input, who)),
} satisfies Record<keyof typeof steps, Handler>;
