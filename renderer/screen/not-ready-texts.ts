import ar from '../../resources/locales/ar/screen-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/screen-client.json' with { type: 'json' };
import de from '../../resources/locales/de/screen-client.json' with { type: 'json' };
import en from '../../resources/locales/en/screen-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/screen-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/screen-client.json' with { type: 'json' };
import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';

/** What a screen that is not let in says to whoever stands before it. */
export const notReadyTexts = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, unknown>;
