import ar from '../../resources/locales/ar/picture-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/picture-client.json' with { type: 'json' };
import de from '../../resources/locales/de/picture-client.json' with { type: 'json' };
import en from '../../resources/locales/en/picture-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/picture-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/picture-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { pictureOf } from './ticket-picture.ts';

/** Animals and colours, in each language that clients read. */
export const pictureTexts = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;

/** The comma of the languages that are written in Arabic script. */
const COMMA: Readonly<Record<ClientLanguage, string>> = {
  de: ', ',
  en: ', ',
  ar: '، ',
  fa: '، ',
  kmr: ', ',
  ckb: '، ',
};

/** A ticket's picture in words, side by side, since adjectives bend differently in each language: "Hahn, gelb". */
export function pictureName(language: ClientLanguage, number: number): string {
  const { animal, colour } = pictureOf(number);
  return `${pictureTexts[language].animals[animal]}${COMMA[language]}${pictureTexts[language].colours[colour]}`;
}
