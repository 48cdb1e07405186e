import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import spoken from '../resources/voices/spoken-texts.json' with { type: 'json' };
import voices from '../resources/voices/voices.json' with { type: 'json' };
import { CLIENT_LANGUAGES } from '../shared/catalogue/catalogue.ts';
import { PROJECT } from './project.ts';

const folder = join(PROJECT, 'resources', 'voices');

it.each(CLIENT_LANGUAGES)('what can be heard in %s is there, small, and nothing else', (language) => {
  const { voice, recorded } = voices[language];
  const wanted = Object.keys(spoken[language])
    .filter((piece) => voice !== null || Object.hasOwn(recorded, piece))
    .map((piece) => `${piece}.ogg`)
    .sort();
  const own = join(folder, language);
  const there = existsSync(own) ? readdirSync(own).sort() : [];
  expect(there).toEqual(wanted);
  for (const file of there) {
    expect(statSync(join(own, file)).size, file).toBeGreaterThan(1000);
    expect(statSync(join(own, file)).size, file).toBeLessThan(40_000);
    // An Ogg page with Opus in it, and more of it than its two headers.
    expect(readFileSync(join(own, file)).subarray(0, 4).toString(), file).toBe('OggS');
    expect(readFileSync(join(own, file)).includes('OpusHead'), file).toBe(true);
  }
});

it('claims of no voice that a native speaker has checked it, without saying who and when', () => {
  for (const { checkedBy, checkedOn } of Object.values(voices)) expect(checkedBy === null).toBe(checkedOn === null);
});
