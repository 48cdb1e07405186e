import ar from '../../resources/locales/ar/display.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/display.json' with { type: 'json' };
import de from '../../resources/locales/de/display.json' with { type: 'json' };
import en from '../../resources/locales/en/display.json' with { type: 'json' };
import fa from '../../resources/locales/fa/display.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/display.json' with { type: 'json' };
import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';

/** What a display says, in each language that clients read. */
export const displayTexts = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;
