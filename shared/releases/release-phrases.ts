import ar from '../../resources/locales/ar/release-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/release-client.json' with { type: 'json' };
import de from '../../resources/locales/de/release-client.json' with { type: 'json' };
import en from '../../resources/locales/en/release-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/release-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/release-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';

export type ReleasePhrases = typeof de;

/** What a client reads before they open one employer's notes to the other; the compiler finds a key that one language lacks. */
export const releasePhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, ReleasePhrases>;
