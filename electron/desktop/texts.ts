import german from '../../resources/locales/de/desktop.json' with { type: 'json' };
import english from '../../resources/locales/en/desktop.json' with { type: 'json' };

export type ShellTexts = typeof german;

/** The shell's texts in the language of the computer: English where that is English, else German. */
export function shellTexts(locale: string): { language: 'de' | 'en'; texts: ShellTexts } {
  return locale.toLowerCase().startsWith('en') ? { language: 'en', texts: english } : { language: 'de', texts: german };
}
