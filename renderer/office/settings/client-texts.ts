import arInterpreters from '../../../resources/locales/ar/interpreters-client.json' with { type: 'json' };
import arLetters from '../../../resources/locales/ar/letters-client.json' with { type: 'json' };
import arSlip from '../../../resources/locales/ar/slip.json' with { type: 'json' };
import ckbInterpreters from '../../../resources/locales/ckb/interpreters-client.json' with { type: 'json' };
import ckbLetters from '../../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import ckbSlip from '../../../resources/locales/ckb/slip.json' with { type: 'json' };
import deInterpreters from '../../../resources/locales/de/interpreters-client.json' with { type: 'json' };
import deLetters from '../../../resources/locales/de/letters-client.json' with { type: 'json' };
import deSlip from '../../../resources/locales/de/slip.json' with { type: 'json' };
import enInterpreters from '../../../resources/locales/en/interpreters-client.json' with { type: 'json' };
import enLetters from '../../../resources/locales/en/letters-client.json' with { type: 'json' };
import enSlip from '../../../resources/locales/en/slip.json' with { type: 'json' };
import faInterpreters from '../../../resources/locales/fa/interpreters-client.json' with { type: 'json' };
import faLetters from '../../../resources/locales/fa/letters-client.json' with { type: 'json' };
import faSlip from '../../../resources/locales/fa/slip.json' with { type: 'json' };
import kmrInterpreters from '../../../resources/locales/kmr/interpreters-client.json' with { type: 'json' };
import kmrLetters from '../../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import kmrSlip from '../../../resources/locales/kmr/slip.json' with { type: 'json' };
import type { ClientLanguage } from '../../../shared/catalogue/catalogue.ts';
import { lookPhrases } from '../../../shared/consultations/look-phrases.ts';
import type { Phrases } from '../../../shared/languages/native-checks.ts';
import { pictureTexts } from '../../../shared/queue/picture-name.ts';
import { returnSlipPhrases } from '../../../shared/queue/return-slip.ts';
import { releasePhrases } from '../../../shared/releases/release-phrases.ts';
import { stepWords } from '../../../shared/steps/step-words.ts';
import { displayTexts } from '../../display/display-texts.ts';
import { kioskTexts } from '../../kiosk/kiosk-texts.ts';
import { notReadyTexts } from '../../screen/not-ready-texts.ts';

const onScreens = (language: ClientLanguage): Readonly<Record<string, Phrases>> => ({
  kiosk: kioskTexts[language],
  display: displayTexts[language],
  'picture-client': pictureTexts[language],
  'screen-client': notReadyTexts[language],
  'return-slip': returnSlipPhrases[language],
  'release-client': releasePhrases[language],
  'look-client': lookPhrases[language],
  'steps-client': stepWords[language],
});

/** Every text that a client reads, by language and file. */
export const clientTexts: Readonly<Record<ClientLanguage, Readonly<Record<string, Phrases>>>> = {
  de: { slip: deSlip, 'letters-client': deLetters, 'interpreters-client': deInterpreters, ...onScreens('de') },
  en: { slip: enSlip, 'letters-client': enLetters, 'interpreters-client': enInterpreters, ...onScreens('en') },
  ar: { slip: arSlip, 'letters-client': arLetters, 'interpreters-client': arInterpreters, ...onScreens('ar') },
  fa: { slip: faSlip, 'letters-client': faLetters, 'interpreters-client': faInterpreters, ...onScreens('fa') },
  kmr: { slip: kmrSlip, 'letters-client': kmrLetters, 'interpreters-client': kmrInterpreters, ...onScreens('kmr') },
  ckb: { slip: ckbSlip, 'letters-client': ckbLetters, 'interpreters-client': ckbInterpreters, ...onScreens('ckb') },
};
