const BEEPS = 6;
const BEEP_S = 0.18;
const PAUSE_S = 0.14;

/** Six beeps, high and low in turn. Silent where the browser has no sound or was not touched yet: the banner stays. */
export function soundAlarm(): void {
  try {
    const audio = new AudioContext();
    for (let beep = 0; beep < BEEPS; beep += 1) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const from = audio.currentTime + beep * (BEEP_S + PAUSE_S);
      tone.frequency.value = beep % 2 === 0 ? 880 : 660;
      volume.gain.value = 0.2;
      tone.connect(volume).connect(audio.destination);
      tone.start(from);
      tone.stop(from + BEEP_S);
      if (beep === BEEPS - 1) tone.addEventListener('ended', () => void audio.close());
    }
  } catch {
    // No sound here.
  }
}
