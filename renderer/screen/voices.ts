/** The address of each spoken piece: `de/21`. What is not there is not said. */
const addresses = new Map(
  Object.entries(
    import.meta.glob<string>('../../resources/voices/*/*.ogg', { query: '?url', import: 'default', eager: true }),
  ).map(([path, address]) => [path.replace(/^.*\/voices\//, '').replace(/\.ogg$/, ''), address]),
);

/** Whether every one of these pieces can be heard in this language. */
export function hasVoice(language: string, pieces: readonly string[]): boolean {
  return pieces.every((piece) => addresses.has(`${language}/${piece}`));
}

/** Plays what is to be heard; a new thing waits for nobody: whoever calls sees to it that they do not overlap. */
export interface Voice {
  /** Two tones, so that people look up. Resolves when they are over. */
  chime(signal: AbortSignal): Promise<void>;
  /** The pieces one after another without a gap. Resolves when the last is over; at once where one is missing. */
  say(language: string, pieces: readonly string[], signal: AbortSignal): Promise<void>;
  /** Whether the browser still waits for a touch before it lets anything be heard. */
  isSilent(): boolean;
  /** To be called from a touch. */
  wake(): Promise<void>;
}

/** The tones of the chime, Hz, and how long each is heard, seconds. */
const CHIME = [
  { hertz: 660, atS: 0, lastsS: 0.35 },
  { hertz: 528, atS: 0.28, lastsS: 0.6 },
] as const;
const CHIME_VOLUME = 0.35;

/** A voice made of the recorded pieces, and the chime before a call. Browsers let it sound only after somebody has touched the page. */
export function createVoice(): Voice {
  let context: AudioContext | null = null;
  const decoded = new Map<string, Promise<AudioBuffer>>();

  function audio(): AudioContext {
    context ??= new AudioContext();
    return context;
  }

  function decode(address: string): Promise<AudioBuffer> {
    const known = decoded.get(address);
    if (known) return known;
    const made = fetch(address)
      .then((response) => response.arrayBuffer())
      .then((bytes) => audio().decodeAudioData(bytes));
    decoded.set(address, made);
    // What could not be fetched is tried again next time.
    made.catch(() => decoded.delete(address));
    return made;
  }

  /** Resolves after that time of the audio's own clock, or when nobody wants to hear it any more. */
  function until(seconds: number, signal: AbortSignal, stop: () => void): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        window.clearTimeout(timer);
        signal.removeEventListener('abort', over);
        if (signal.aborted) stop();
        resolve();
      };
      const timer = window.setTimeout(over, seconds * 1000);
      signal.addEventListener('abort', over);
    });
  }

  return {
    async chime(signal) {
      if (audio().state !== 'running' || signal.aborted) return;
      const tones = CHIME.map(({ hertz, atS, lastsS }) => {
        const tone = audio().createOscillator();
        const volume = audio().createGain();
        const start = audio().currentTime + atS;
        tone.frequency.value = hertz;
        volume.gain.setValueAtTime(0, start);
        volume.gain.linearRampToValueAtTime(CHIME_VOLUME, start + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.001, start + lastsS);
        tone.connect(volume).connect(audio().destination);
        tone.start(start);
        tone.stop(start + lastsS);
        return tone;
      });
      await until(1, signal, () => {
        for (const tone of tones) tone.stop();
      });
    },
    async say(language, pieces, signal) {
      const wanted = pieces.map((piece) => addresses.get(`${language}/${piece}`));
      if (audio().state !== 'running' || signal.aborted || wanted.some((address) => address === undefined)) return;
      const buffers = await Promise.all(wanted.map((address) => decode(address ?? '')));
      if (signal.aborted) return;
      let atS = audio().currentTime + 0.05;
      const sources = buffers.map((buffer) => {
        const source = audio().createBufferSource();
        source.buffer = buffer;
        source.connect(audio().destination);
        source.start(atS);
        atS += buffer.duration;
        return source;
      });
      await until(atS - audio().currentTime + 0.2, signal, () => {
        for (const source of sources) source.stop();
      });
    },
    isSilent: () => audio().state !== 'running',
    async wake() {
      await audio().resume();
    },
  };
}
