import ar from '../../resources/locales/ar/slip.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/slip.json' with { type: 'json' };
import de from '../../resources/locales/de/slip.json' with { type: 'json' };
import en from '../../resources/locales/en/slip.json' with { type: 'json' };
import fa from '../../resources/locales/fa/slip.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/slip.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';

export type SlipPhrases = typeof de;

/** What stands on a slip, in each language that clients read. */
export const slipPhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, SlipPhrases>;
