import { localDateOf } from '../../../shared/kernel/instants.ts';
import { beforeNewest, standingAfterAnswer } from '../../../shared/obstacles/obstacle.rules.ts';
import type { Holds, ObstacleToAsk } from '../../../shared/obstacles/obstacles.contract.ts';
import { outdateOtherTalks } from '../consultations/other-talks.ts';
import type { Db, Tx } from '../database/handles.ts';
import { displayNames, getPerson } from '../people/person-row.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { appendObstacleEvent, listObstacleEvents } from './obstacle-events.ts';
import { getObstacle, obstaclesToAsk } from './obstacle-row.ts';

interface On {
  id: string;
  revision: number;
}

/** What ended three months ago and was not asked about, with whom to ask. */
export function listToAsk(db: Db, until: string): ObstacleToAsk[] {
  const found = obstaclesToAsk(db, until);
  const names = displayNames(db, [...new Set(found.flatMap(({ personId }) => personId ?? []))]);
  return found.flatMap(({ id, revision, obstacle, state, endedOn, askOn, personId }) => {
    if (personId === null || endedOn === null || askOn === null) return [];
    const { phone, understood, spoken } = getPerson(db, personId);
    const person = { id: personId, name: names.get(personId) ?? '', phone, language: understood ?? spoken };
    return [{ id, revision, obstacle, state, endedOn, askOn, person }];
  });
}

/** Records whether it holds. Throws NOT_FOUND, CONFLICT, RULE nothing-to-ask where nothing was to be asked. */
export function answerWhetherItHolds(tx: Tx, { id, revision, holds }: On & { holds: Holds }): On {
  const obstacle = getObstacle(tx, id);
  if (obstacle.revision !== revision) throw conflict(obstacle.revision);
  if (obstacle.askOn === null) throw rule('nothing-to-ask');
  const day = localDateOf(tx.at);
  const standing = standingAfterAnswer(obstacle, holds, day);
  outdateOtherTalks(tx, obstacle.personId, null);
  return appendObstacleEvent(tx, obstacle, { type: 'asked', contactId: null, day, standing, holds });
}

/** Takes back what was said last. Throws NOT_FOUND, CONFLICT, RULE nothing-to-undo. */
export function undoOnObstacle(tx: Tx, { id, revision }: On): On {
  const obstacle = getObstacle(tx, id);
  if (obstacle.revision !== revision) throw conflict(obstacle.revision);
  const standing = beforeNewest(listObstacleEvents(tx, id));
  if (!standing) throw rule('nothing-to-undo');
  outdateOtherTalks(tx, obstacle.personId, null);
  return appendObstacleEvent(tx, obstacle, {
    type: 'undone',
    contactId: null,
    day: localDateOf(tx.at),
    standing,
  });
}
