import { seeded } from '../../../shared/waiting-time/seeded.ts';
import { allNames } from './name-variants.ts';

/** A registered person of whom only names are known. */
export interface RegisteredName {
  givenName: string;
  familyName: string;
  ownScriptName: string;
}

/** Latin and Arabic spelling of what family names are made with. */
type InBoth = readonly [latin: string, arabic: string];

const FAMILY_ENDINGS: readonly InBoth[] = [
  ['', ''],
  ['', ''],
  ['', ''],
  ['i', 'ي'],
  ['zadeh', 'زاده'],
  ['oğlu', 'أوغلو'],
  ['pour', 'پور'],
  ['ov', 'وف'],
  ['an', 'ان'],
  ['iyan', 'یان'],
];
const OTHERS: readonly InBoth[] = [
  ['Müller', 'مولر'],
  ['Schmidt', 'شميت'],
  ['Becker', 'بيكر'],
  ['Kowalski', 'كوفالسكي'],
  ['Öztürk', 'أوزتورك'],
  ['Yıldız', 'يلدز'],
  ['Nowak', 'نوفاك'],
  ['Kaya', 'كايا'],
  ['Wagner', 'فاغنر'],
  ['Popescu', 'بوبيسكو'],
  ['Kovalenko', 'كوفالينكو'],
  ['Nguyen', 'نغوين'],
];
const TOWNS: readonly InBoth[] = [
  ['din', 'دين'],
  ['shahr', 'شهر'],
  ['abad', 'آباد'],
  ['koh', 'کوه'],
  ['kand', 'کند'],
  ['rud', 'رود'],
  ['gard', 'گرد'],
  ['van', 'وان'],
  ['tepe', 'تبه'],
  ['kaya', 'كايا'],
];

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
    const second = random() < 0.15 ? frequent() : null;
    const kind = random();
    const [town, townArabic] = kind >= 0.1 && kind < 0.45 ? pick(TOWNS) : ['', ''];
    const [ending, endingArabic] = pick(FAMILY_ENDINGS);
    const article = kind >= 0.45 && random() < 0.2;
    const [familyName, familyArabic]: InBoth =
      kind < 0.1
        ? pick(OTHERS)
        : [
            `${article ? 'Al-' : ''}${capital(pick(family.latin))}${town}${ending}`,
            `${article && !family.arabic.startsWith('ال') ? 'ال' : ''}${family.arabic}${townArabic}${endingArabic}`,
          ];
    return {
      givenName: second === null ? spelled : `${spelled} ${capital(pick(second.latin))}`,
      familyName,
      ownScriptName:
        random() < 0.33
          ? [given.arabic, second?.arabic, familyArabic].filter((part) => part !== undefined).join(' ')
          : '',
    };
  });
}

function capital(name: string): string {
  return name.slice(0, 1).toLocaleUpperCase('tr') === 'İ'
    ? `I${name.slice(1)}`
    : name.slice(0, 1).toUpperCase() + name.slice(1);
}
