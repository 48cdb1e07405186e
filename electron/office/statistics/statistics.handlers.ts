import { contract } from '../../../shared/contract.ts';
import { type Handler, task } from '../rpc/handlers.ts';
import { overview } from './overview.ts';

const { statistics } = contract;

export const statisticsHandlers = {
  overview: task(statistics.overview, (core, input) => overview(core, input)),
} satisfies Record<keyof typeof statistics, Handler>;
