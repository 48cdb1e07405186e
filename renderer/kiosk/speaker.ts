import { CLIENT_LANGUAGES, type ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import { hasVoice, type Voice } from '../screen/voices.ts';

/** Speaks to whoever stands at the kiosk: the newest thing only. */
export interface Speaker {
  /** Says these sentences one after another; whatever was being said falls silent. */
  say(language: string, ...sentences: readonly (readonly string[])[]): Promise<void>;
  /** Whether this can be heard in this language. */
  canSay(language: string, pieces: readonly string[]): boolean;
  hush(): void;
}

/** Says one thing at a time: what is said next stops what is being said. */
export function createSpeaker(voice: Voice): Speaker {
  let current = new AbortController();
  const own = (language: string): ClientLanguage | null => CLIENT_LANGUAGES.find((known) => known === language) ?? null;
  return {
    async say(language, ...sentences) {
      current.abort();
      const mine = new AbortController();
      current = mine;
      const known = own(language);
      if (known === null) return;
      for (const pieces of sentences) {
        if (mine.signal.aborted) return;
        if (hasVoice(known, pieces)) await voice.say(known, pieces, mine.signal);
      }
    },
    canSay(language, pieces) {
      const known = own(language);
      return known !== null && hasVoice(known, pieces);
    },
    hush: () => current.abort(),
  };
}
