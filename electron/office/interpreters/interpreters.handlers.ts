import { contract } from '../../../shared/contract.ts';
import { addDays, localDateOf } from '../../../shared/kernel/instants.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { countSteps } from './count-steps.ts';
import { doorAnswers } from './door-answers.ts';
import { recordDemand, setLeavingCause, takeBackDemand } from './door-demand.ts';
import { listInterpreters } from './interpreter-row.ts';
import { recordPledge } from './pledge.ts';
import { presentNow } from './present.ts';
import { recordAttempt, takeBackAttempt } from './record-attempt.ts';
import { servingNames, servingToday, stepsFor } from './serving.ts';
import { addInterpreter, changeInterpreter, removeInterpreter, setAway, setToday } from './write-interpreter.ts';

const { interpreters } = contract;

const COUNTED_DAYS = 90;

export const interpretersHandlers = {
  list: query(interpreters.list, (db, _input, _who, core) => {
    const now = core.ports.clock.now();
    return { now, interpreters: listInterpreters(db, now) };
  }),
  counts: query(interpreters.counts, (db, _input, _who, core) => {
    const today = localDateOf(core.ports.clock.now());
    return { languages: countSteps(db, addDays(today, 1 - COUNTED_DAYS), today) };
  }),
  add: command(interpreters.add, (tx, input) => addInterpreter(tx, input)),
  change: command(interpreters.change, (tx, input) => changeInterpreter(tx, input)),
  remove: command(interpreters.remove, (tx, input) => {
    removeInterpreter(tx, input);
    return {};
  }),
  setToday: command(interpreters.setToday, (tx, input) => setToday(tx, input)),
  setAway: command(interpreters.setAway, (tx, input) => setAway(tx, input)),
  recordPledge: command(interpreters.recordPledge, (tx, input, who) => recordPledge(tx, input, who)),
  serving: query(interpreters.serving, (db, _input, _who, core) => servingToday(db, core)),
  recordAttempt: command(interpreters.recordAttempt, (tx, input, who) => recordAttempt(tx, input, who)),
  takeBackAttempt: command(interpreters.takeBackAttempt, (tx, input, who) => takeBackAttempt(tx, input.ticketId, who)),
  whoCould: query(interpreters.whoCould, (db, input, _who, core) => ({
    steps: stepsFor({ ...input, understood: input.understood ?? input.spoken }, presentNow(db, core)),
    names: servingNames(db),
  })),
  doorAnswers: query(interpreters.doorAnswers, (db, input, _who, core) => doorAnswers(db, core, input)),
  recordDemand: command(interpreters.recordDemand, (tx, input, who) => recordDemand(tx, input, who)),
  takeBackDemand: command(interpreters.takeBackDemand, (tx, input) => {
    takeBackDemand(tx, input.id);
    return {};
  }),
  setLeavingCause: command(interpreters.setLeavingCause, (tx, input) =>
    setLeavingCause(tx, input.ticketId, input.cause),
  ),
} satisfies Record<keyof typeof interpreters, Handler>;
