import { seeded } from '../../../shared/waiting-time/seeded.ts';
import { allNames } from './name-variants.ts';

/** A registered person of whom only names are known. */
export interface RegisteredName {
  givenName: string;
  familyName: string;
  ownScriptName: string;
}

const FAMILY_ENDINGS = ['', '', '', 'i', 'zadeh', 'oğlu', 'pour', 'ov', 'an', 'iyan'] as const;
const GERMAN = 'Müller Schmidt Becker Kowalski Öztürk Yıldız Nowak Kaya Wagner Popescu Kovalenko Nguyen'.split(' ');
const TOWNS = ['din', 'shahr', 'abad', 'koh', 'kand', 'rud', 'gard', 'van', 'tepe', 'kaya'] as const;

/**
 * As many invented people as an office has after ten years, the same for a seed: given names as frequent as they are among
 * real people, a few common family names and thousands of rare ones, every third person with the name in Arabic script.
 */
export function madeRegistry(count: number, seed: number): RegisteredName[] {
  const random = seeded(seed);
  const names = allNames();
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  };
  // The square puts most people among the most frequent names.
  const frequent = () => names[Math.floor(random() ** 2 * names.length)] ?? pick(names);
  return Array.from({ length: count }, (): RegisteredName => {
    const [given, family] = [frequent(), frequent()];
    const spelled = capital(pick(given.latin));
    const second = random() < 0.15 ? ` ${capital(pick(frequent().latin))}` : '';
    const kind = random();
    const rare = `${capital(pick(family.latin))}${pick(TOWNS)}${pick(FAMILY_ENDINGS)}`;
    const familyName =
      kind < 0.1
        ? pick(GERMAN)
        : kind < 0.45
          ? rare
          : `${random() < 0.2 ? 'Al-' : ''}${capital(pick(family.latin))}${pick(FAMILY_ENDINGS)}`;
    return {
      givenName: `${spelled}${second}`,
      familyName,
      ownScriptName: random() < 0.33 ? `${given.arabic} ${family.arabic}` : '',
    };
  });
}

function capital(name: string): string {
  return name.slice(0, 1).toLocaleUpperCase('tr') === 'İ'
    ? `I${name.slice(1)}`
    : name.slice(0, 1).toUpperCase() + name.slice(1);
}
