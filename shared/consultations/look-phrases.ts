import ar from '../../resources/locales/ar/look-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/look-client.json' with { type: 'json' };
import de from '../../resources/locales/de/look-client.json' with { type: 'json' };
import en from '../../resources/locales/en/look-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/look-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/look-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';

/** What stands on the screen when the client looks at it, in each language that clients read. */
export const lookPhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;
