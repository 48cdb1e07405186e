import { searchPeople } from '../../electron/office/people/search-people.ts';
import { seeded } from '../../shared/waiting-time/seeded.ts';
import { jaroWinkler } from '../eval/names/jaro-winkler.ts';
import { madeRegistry } from '../eval/names/made-registry.ts';
import { officeWithPeople } from '../eval/names/search-registry.ts';
import { type Figure, figure, spreadOf, timedSync } from './measure.ts';

const PEOPLE = 25_000;
const NAMES_TYPED = 60;

/** People search at each key of names typed letter by letter, beside a scan of all names with Jaro-Winkler. */
export async function measurePeopleSearch(): Promise<Figure[]> {
  const people = madeRegistry(PEOPLE, 11);
  const { office } = await officeWithPeople(people);
  try {
    const random = seeded(5);
    const typed = Array.from({ length: NAMES_TYPED }, () => people[Math.floor(random() * PEOPLE)]).flatMap((person) => {
      if (!person) return [];
      const name =
        random() < 0.3 && person.ownScriptName !== ''
          ? person.ownScriptName
          : `${person.givenName} ${person.familyName}`;
      return [...name].flatMap((_, at) => (at >= 1 ? [[...name].slice(0, at + 1).join('')] : []));
    });
    const folded = people.map((person) => `${person.givenName} ${person.familyName}`.toLowerCase());
    const ours: number[] = [];
    const theirs: number[] = [];
    for (const [at, words] of typed.entries()) {
      ours.push(timedSync(() => searchPeople(office.db, words, '2026-11-23')));
      // Each scan takes as long as the other; every tenth key is enough.
      if (at % 10 === 0) theirs.push(timedSync(() => scan(folded, words.toLowerCase())));
    }
    return [
      figure({
        id: 'P2',
        what: `people search at each of ${typed.length} keys, ${PEOPLE} people, engine`,
        beside: 'Jaro-Winkler scan',
        ours: spreadOf(ours),
        theirs: spreadOf(theirs),
        aim: 'p95 ≤ 3 ms',
        holds: () => spreadOf(ours).p95 <= 3,
      }),
    ];
  } finally {
    office.close();
  }
}

function scan(names: readonly string[], typed: string): string[] {
  return names
    .map((name) => ({ name, likeness: jaroWinkler(typed, name) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 20)
    .map(({ name }) => name);
}
