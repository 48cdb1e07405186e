import { districtId } from '../../../../shared/bundle/fields.ts';
import type { PersonPut } from '../../../../shared/bundle/records/person.ts';
import { CANNOT_READ } from '../../../../shared/catalogue/catalogue.ts';
import type { LocalDate } from '../../../../shared/kernel/instants.ts';
import type { Db } from '../../database/handles.ts';
import { birthBracket } from './birth-bracket.ts';
import { pageOf, type RecordSource, rowsFor } from './record-source.ts';

interface PersonRow {
  id: string;
  born_on: string | null;
  birth_precision: 'day' | 'month' | 'year' | 'estimated' | null;
  gender: PersonPut['gender'];
  spoken: string | null;
  understood: string | null;
  read: string | null;
  district: string | null;
  group_id: string | null;
  since_on: string | null;
}

// The programme's group only while it is counted; "none of these" is no group.
const PEOPLE = `SELECT person.id, born_on, birth_precision, gender, spoken, understood, read, district, group_id, since_on FROM person
  LEFT JOIN programme_group ON programme_group.id = (SELECT max(id) FROM programme_group WHERE person_id = person.id)
    AND group_id <> 'none-of-these' AND (SELECT programme_counting FROM office) = 1
  WHERE person.id IN (SELECT value FROM json_each(?)) ORDER BY person.id`;

/** A person is told of, by a token, once one of their contacts is finished. */
export const personSource: RecordSource<'person'> = {
  record: 'person',
  page: pageOf('person'),
  counting({ db, ids, firstSupport }, personIds) {
    const supported = firstSupport(personIds);
    return rowsFor<PersonRow>(db, PEOPLE, personIds).flatMap((row) => {
      const firstSupportOn = supported.get(row.id);
      if (firstSupportOn === undefined) return [];
      return {
        id: row.id,
        personId: null,
        line: {
          op: 'put',
          id: ids.ofPerson(row.id),
          born: bracketOf(row, firstSupportOn),
          gender: row.gender,
          district: row.district === null ? null : districtId(row.district),
          languages: languagesOf(row),
          group: row.group_id === null || row.since_on === null ? null : { id: row.group_id, since: row.since_on },
          firstSupportOn,
        },
      };
    });
  },
};

/** Each language once; that somebody cannot read is not one. */
function languagesOf({ spoken, understood, read }: PersonRow): string[] {
  const named = [spoken, understood, read === CANNOT_READ ? null : read];
  return [...new Set(named.filter((language) => language !== null))];
}

function bracketOf({ born_on, birth_precision }: PersonRow, firstSupportOn: LocalDate): PersonPut['born'] {
  if (born_on === null || birth_precision === null) return null;
  return birthBracket(born_on, birth_precision, firstSupportOn);
}

const FIRST_SUPPORT = `SELECT person_id, min(day) AS day FROM contact
  WHERE person_id IN (SELECT value FROM json_each(?)) AND finished_at IS NOT NULL GROUP BY person_id`;

/** The day of each person's first finished contact; who has none is missing. */
export function firstSupportOf(db: Db, personIds: readonly string[]): Map<string, LocalDate> {
  const rows = rowsFor<{ person_id: string; day: LocalDate }>(db, FIRST_SUPPORT, personIds);
  return new Map(rows.map((row) => [row.person_id, row.day]));
}
