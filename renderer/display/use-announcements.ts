import { useEffect, useState, useSyncExternalStore } from 'react';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import type { CallView, DisplayBoard } from '../../shared/screens/screens.contract.ts';
import { spokenCall } from '../../shared/screens/spoken-number.rules.ts';
import { createVoice, hasVoice, type Voice } from '../screen/voices.ts';
import { type Announcer, createAnnouncer } from './announcer.ts';

export interface Announcements {
  /** The call that is spoken at this moment. */
  speaking: CallView | null;
  /** Whether the browser waits for a touch before anything can be heard. */
  silent: boolean;
  wake(): void;
}

/** Speaks what is called: the chime, then the call in each of its languages of which there is a voice. */
export function useAnnouncements(board: DisplayBoard | null): Announcements {
  const [voice] = useState(createVoice);
  const [announcer] = useState<Announcer>(() => createAnnouncer((call, signal) => speak(voice, call, signal)));
  const speaking = useSyncExternalStore(announcer.subscribe, announcer.speaking);
  const [silent, setSilent] = useState(() => voice.isSilent());
  useEffect(() => {
    if (board) announcer.show(board.calls, board.now);
    setSilent(voice.isSilent());
  }, [announcer, voice, board]);
  return { speaking, silent, wake: () => void voice.wake().then(() => setSilent(voice.isSilent())) };
}

/** Even without a sound, a call is pointed out for so long. */
const SHOWN_AT_LEAST_MS = 4_000;

async function speak(voice: Voice, call: CallView, signal: AbortSignal): Promise<void> {
  const shown = new Promise<void>((resolve) => {
    setTimeout(resolve, SHOWN_AT_LEAST_MS);
    // Who is called again, or has come, is not pointed out any longer.
    signal.addEventListener('abort', () => resolve());
  });
  await voice.chime(signal);
  for (const language of call.languages) {
    const own = CLIENT_LANGUAGES.find((known) => known === language);
    const pieces = own ? spokenCall(own, call) : [];
    if (own && hasVoice(own, pieces)) await voice.say(own, pieces, signal);
  }
  await shown;
}
