import { describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { type CardInput, cardPhrases, renderAppointmentCard } from './card.ts';
import { PLACES, type Place } from './consulting-hours.rules.ts';

const card = (parts: Partial<CardInput>): string =>
  renderAppointmentCard({
    day: '2026-11-30',
    from: '09:00',
    place: 'office',
    number: 1234,
    officeName: 'lokal willkommen Beispiel',
    address: 'Beispielstraße 1, 44135 Dortmund',
    way: 'U 41, Beispielplatz',
    phone: '0221 4710-100',
    bring: ['id', 'papers'],
    language: 'de',
    fontFaceCss: '',
    ...parts,
  });

/** What the card asks of the papers, in the words of its languages. */
const ASKED: Readonly<Record<Place, 'bring' | 'haveReady' | null>> = {
  office: 'bring',
  outpost: 'bring',
  home: 'haveReady',
  video: 'haveReady',
  phone: null,
};

describe.each(CLIENT_LANGUAGES)('the card in %s', (language) => {
  it.each(PLACES)('asks for papers as it fits: %s', (place) => {
    const html = card({ language, place });
    for (const ask of ['bring', 'haveReady'] as const)
      for (const said of new Set([language, 'de'] as const))
        expect(html.includes(`>${cardPhrases[said][ask]}<`)).toBe(ASKED[place] === ask);
  });
});

it('asks for nothing where there is nothing to bring', () => {
  for (const place of PLACES) expect(card({ place, bring: [] })).not.toContain('class="bring"');
});
