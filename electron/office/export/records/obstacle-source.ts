import { districtId } from '../../../../shared/bundle/fields.ts';
import type { ObstaclePut } from '../../../../shared/bundle/records/obstacle.ts';
import { centralSql } from '../../catalogues/central-sql.ts';
import { centralEntry } from './central-entries.ts';
import { pageOf, type RecordSource, rowsFor } from './record-source.ts';

interface ObstacleRow {
  id: string;
  obstacle: string;
  level: ObstaclePut['level'];
  state: ObstaclePut['state'];
  day: string;
  ended_on: string | null;
  spoken: string;
  district: string | null;
  only_topic: string | null;
}

// The topic only where there is no doubt which one it belongs to.
const OBSTACLES = `SELECT person_obstacle.id, obstacle, person_obstacle.level, state, day, ended_on, contact.spoken, person.district,
    (SELECT CASE WHEN count(DISTINCT ${centralSql('topic')}) = 1 THEN min(topic) END FROM contact_topic WHERE contact_topic.contact_id = contact.id) AS only_topic
  FROM person_obstacle JOIN contact ON contact.id = person_obstacle.contact_id LEFT JOIN person ON person.id = contact.person_id
  WHERE person_obstacle.id IN (SELECT value FROM json_each(?)) AND finished_at IS NOT NULL ORDER BY person_obstacle.id`;

/** What stood in the way counts with the finished contact in which it was noticed; whose it was is not told. */
export const obstacleSource: RecordSource<'obstacle'> = {
  record: 'obstacle',
  page: pageOf('person_obstacle'),
  counting: ({ db, ids }, obstacleIds) =>
    rowsFor<ObstacleRow>(db, OBSTACLES, obstacleIds).map((row) => ({
      id: row.id,
      personId: null,
      line: {
        op: 'put',
        id: ids.ofRow('obstacle', row.id),
        day: row.day,
        obstacle: centralEntry(row.obstacle),
        level: row.level,
        topic: centralEntry(row.only_topic),
        language: row.spoken,
        district: row.district === null ? null : districtId(row.district),
        state: row.state,
        endedOn: row.ended_on,
      },
    })),
};
