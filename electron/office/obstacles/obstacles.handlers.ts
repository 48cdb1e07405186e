import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { answerWhetherItHolds, listToAsk, undoOnObstacle } from './answer.ts';
import { countObstacles } from './count-obstacles.ts';

const { obstacles } = contract;

export const obstaclesHandlers = {
  often: query(obstacles.often, (db, _input, _who, core) => countObstacles(db, core.ports.clock.now())),
  toAsk: query(obstacles.toAsk, (db, input) => ({ obstacles: listToAsk(db, input.until) })),
  answer: command(obstacles.answer, (tx, input) => answerWhetherItHolds(tx, input)),
  undo: command(obstacles.undo, (tx, input) => undoOnObstacle(tx, input)),
} satisfies Record<keyof typeof obstacles, Handler>;
