import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { clientDate } from '../languages/client-calendar.ts';
import { RELEASE_PURPOSES, RELEASE_TEXT_VERSION } from './release.rules.ts';
import { type ReleaseFormInput, renderReleaseForm } from './release-form.ts';
import { releasePhrases } from './release-phrases.ts';

const input: Omit<ReleaseFormInput, 'language'> = {
  personName: 'Amal <Haddad>',
  bornOn: '1990-04-03',
  from: {
    name: 'Stadt Test',
    address: ['Beispielstraße 1', '44135 Dortmund'],
    phone: '0231 1',
    counsellors: ['Anna Rot'],
  },
  to: { name: 'Verband Test', address: [], phone: '', counsellors: ['Cem Blau'] },
  bothWays: false,
  scope: 'topics',
  topicNames: (language) => [`Kita ${language}`],
  purposes: ['joint-advice'],
  validUntil: '2027-11-22',
  interpreterName: 'Frau Nadeem',
  officeName: 'lokal willkommen Test',
  fontFaceCss: '',
};

it.each(CLIENT_LANGUAGES)('says in %s everything that a release must say, and in German beside it', (language) => {
  const html = renderReleaseForm({ ...input, language });
  for (const spoken of new Set([language, 'de'] as const)) {
    const { title, who, what, purpose, until, free, sign } = releasePhrases[spoken];
    const said = [title, who.from, who.to, who.oneWay, what.special, what.never, purpose['joint-advice']];
    said.push(until.heading, free.refusal, free.withdraw, free.readings, free.copy);
    said.push(sign.placeAndDate, sign.signature, sign.guardian, sign.taken);
    for (const phrase of said) expect(html).toContain(phrase);
    expect(html).toContain(clientDate(spoken, '2027-11-22'));
    expect(html).toContain(`Kita ${spoken}`);
  }
  for (const value of ['Amal &lt;Haddad&gt;', 'Stadt Test', 'Verband Test', 'Anna Rot', 'Cem Blau', 'Frau Nadeem'])
    expect(html).toContain(value);
  expect(html).toContain(RELEASE_TEXT_VERSION);
  expect(html).not.toMatch(/\{\{|undefined|null/);
  expect(html).toContain(`dir="${['ar', 'fa', 'ckb'].includes(language) ? 'rtl' : 'ltr'}"`);
});

it('has words for every purpose in every language', () => {
  for (const language of CLIENT_LANGUAGES)
    expect(Object.keys(releasePhrases[language].purpose).sort()).toEqual([...RELEASE_PURPOSES, 'heading'].sort());
});

it('carries another version as soon as a word of it is another one', () => {
  const texts = CLIENT_LANGUAGES.map((language) => {
    const { readings: _page, ...form } = releasePhrases[language];
    return form;
  });
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  // Red: a phrase was reworded. Raise RELEASE_TEXT_VERSION and put both here: what people signed must stay known.
  expect(`${RELEASE_TEXT_VERSION} ${digest}`).toBe('2026-11.1 8f2f18edfc5f3046');
});
