import arLetters from '../../../resources/locales/ar/letters-client.json' with { type: 'json' };
import arSlip from '../../../resources/locales/ar/slip.json' with { type: 'json' };
import ckbLetters from '../../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import ckbSlip from '../../../resources/locales/ckb/slip.json' with { type: 'json' };
import deLetters from '../../../resources/locales/de/letters-client.json' with { type: 'json' };
import deSlip from '../../../resources/locales/de/slip.json' with { type: 'json' };
import enLetters from '../../../resources/locales/en/letters-client.json' with { type: 'json' };
import enSlip from '../../../resources/locales/en/slip.json' with { type: 'json' };
import faLetters from '../../../resources/locales/fa/letters-client.json' with { type: 'json' };
import faSlip from '../../../resources/locales/fa/slip.json' with { type: 'json' };
import kmrLetters from '../../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import kmrSlip from '../../../resources/locales/kmr/slip.json' with { type: 'json' };
import type { ClientLanguage } from '../../../shared/catalogue/catalogue.ts';
import type { Phrases } from '../../../shared/languages/native-checks.ts';

/** Every text that a client reads, by language and file. */
export const clientTexts: Readonly<Record<ClientLanguage, Readonly<Record<string, Phrases>>>> = {
  de: { slip: deSlip, 'letters-client': deLetters },
  en: { slip: enSlip, 'letters-client': enLetters },
  ar: { slip: arSlip, 'letters-client': arLetters },
  fa: { slip: faSlip, 'letters-client': faLetters },
  kmr: { slip: kmrSlip, 'letters-client': kmrLetters },
  ckb: { slip: ckbSlip, 'letters-client': ckbLetters },
};
