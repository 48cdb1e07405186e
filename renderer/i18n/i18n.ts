import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english, german } from './resources.ts';

export const STAFF_LANGUAGES = ['de', 'en'] as const;
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number];

const STORED_AS = 'tandem.language';

function rememberedLanguage(): StaffLanguage {
  return window.localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'de';
}

/** Prepares all texts before the first screen; they are part of the program, so nothing is waited for. */
export function startI18n(language: StaffLanguage = rememberedLanguage()): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'de',
    ns: Object.keys(german),
    defaultNS: 'common',
    resources: { de: german, en: english },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  speak(language);
}

/** Tells the page itself its language: the parts of it that no component draws. */
function speak(language: StaffLanguage): void {
  document.documentElement.lang = language;
  document.getElementById('overlays')?.setAttribute('aria-label', i18next.t('overlays'));
}

/** Changes the language of the staff's screens and remembers it on this PC. */
export function chooseLanguage(language: StaffLanguage): void {
  window.localStorage.setItem(STORED_AS, language);
  void i18next.changeLanguage(language).then(() => speak(language));
}

/** The language that the staff's screens speak now. */
export function currentLanguage(): StaffLanguage {
  return i18next.language === 'en' ? 'en' : 'de';
}
