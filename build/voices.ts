import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT } from './project.ts';

/**
 * `node build/voices.ts`: speaks every text of resources/voices/spoken-texts.json with espeak-ng and writes small
 * Ogg/Opus files, which are kept in the repository. Needs the Debian packages espeak-ng, sox and opus-tools. What a
 * person has recorded (voices.json, `recorded`) is left as it is.
 */
const VOICES = join(PROJECT, 'resources', 'voices');

const Texts = z.record(z.string(), z.record(z.string(), z.string()));
const Voices = z.record(
  z.string(),
  z.strictObject({
    /** espeak-ng's name of the voice; null: it has none for this language. */
    voice: z.string().nullable(),
    /** Words a minute. */
    speed: z.int(),
    /** Whether the voice says digits better than number words: it knows their sounds, where a text leaves vowels out. */
    digits: z.boolean(),
    /** What is given to the voice in place of a text that it reads wrongly. */
    respelled: z.record(z.string(), z.string()),
    /** Who, a native speaker, has listened to all of it, and when. */
    checkedBy: z.string().nullable(),
    checkedOn: z.string().nullable(),
    /** Pieces that a person has spoken: who, under which licence. */
    recorded: z.record(z.string(), z.strictObject({ by: z.string(), licence: z.string() })),
  }),
);

/** Quiet before and after a piece is cut, so that pieces join to a number; whole sentences keep a breath. */
function speak(folder: string, piece: { voice: string; speed: number; text: string; target: string }): void {
  const [raw, cut] = [join(folder, 'raw.wav'), join(folder, 'cut.wav')];
  execFileSync('espeak-ng', ['-v', piece.voice, '-s', String(piece.speed), '-a', '140', '-w', raw, piece.text]);
  const trim = ['silence', '1', '0.005', '-50d'];
  execFileSync('sox', [
    raw,
    '-r',
    '24000',
    '-c',
    '1',
    cut,
    ...trim,
    'reverse',
    ...trim,
    'reverse',
    'norm',
    '-3',
    'pad',
    '0',
    '0.03',
  ]);
  execFileSync('opusenc', ['--quiet', '--serial', '1', '--bitrate', '24', '--discard-comments', cut, piece.target]);
}

function main(): void {
  const texts = Texts.parse(JSON.parse(readFileSync(join(VOICES, 'spoken-texts.json'), 'utf8')));
  const voices = Voices.parse(JSON.parse(readFileSync(join(VOICES, 'voices.json'), 'utf8')));
  const folder = join(tmpdir(), `tandem-voices-${process.pid}`);
  mkdirSync(folder);
  let count = 0;
  for (const [language, { voice, speed, digits, respelled, recorded }] of Object.entries(voices)) {
    mkdirSync(join(VOICES, language), { recursive: true });
    for (const [piece, written] of Object.entries(texts[language] ?? {})) {
      if (voice === null || recorded[piece]) continue;
      const text = respelled[piece] ?? (digits && /^\d+$/.test(piece) ? piece : written);
      speak(folder, { voice, speed, text, target: join(VOICES, language, `${piece}.ogg`) });
      count += 1;
    }
  }
  rmSync(folder, { recursive: true });
  writeFileSync(
    join(VOICES, 'made-with.txt'),
    execFileSync('espeak-ng', ['--version'], { encoding: 'utf8' }).replace(/\s*Data at.*$/s, '\n'),
  );
  process.stdout.write(`${count} pieces spoken\n`);
}

main();
