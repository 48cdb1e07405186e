import type { ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { clientDate } from '../languages/client-calendar.ts';
import { isolate } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { RELEASE_TEXT_VERSION, type ReleasePurpose } from './release.rules.ts';
import { bothLanguages, type Pick, page } from './release-page.ts';
import { releasePhrases } from './release-phrases.ts';

/** One employer as the form names it. */
export interface ReleasedEmployer {
  name: string;
  /** Street and town, one line each. */
  address: readonly string[];
  phone: string;
  /** Who advises there today, by name. */
  counsellors: readonly string[];
}

export interface ReleaseFormInput {
  language: ClientLanguage;
  personName: string;
  bornOn: LocalDate | null;
  /** Whose secrets it is about, and to whom they may be told. */
  from: ReleasedEmployer;
  to: ReleasedEmployer;
  bothWays: boolean;
  scope: 'case' | 'topics';
  /** The names of the topics in a language. */
  topicNames: (language: ClientLanguage) => readonly string[];
  purposes: readonly ReleasePurpose[];
  validUntil: LocalDate;
  interpreterName: string;
  officeName: string;
  /** `@font-face` rules with the print fonts as data URIs. */
  fontFaceCss: string;
}

/**
 * The form with which a client releases one employer from its secrecy towards the other (StGB § 203), as a complete HTML
 * document of one A4 page: who, whose secrets, to whom, what, what for, which direction, until when, that it is voluntary
 * and what follows without it, how to take it back, the copy, place, date, signatures of client, guardian and interpreter,
 * and the version of the text. In the client's language with German beside it; of checked phrases and values only.
 */
export function renderReleaseForm(input: ReleaseFormInput): string {
  const { language } = input;
  const say = bothLanguages(language);
  const phrase = (pick: Pick, values = {}) => say('p', pick, () => values);
  const until = (spoken: ClientLanguage) => ({ date: isolate(clientDate(spoken, input.validUntil)) });
  const topics = (spoken: ClientLanguage) => ({
    topics: input
      .topicNames(spoken)
      .map((name) => isolate(name))
      .join(language === 'ar' ? '، ' : ', '),
  });
  const body = `<header>${say('h1', (phrases) => phrases.title)}${say('p', (phrases) => phrases.intro)}</header>
<main>
<section>${person(input)}</section>
<section class="who">${say('h2', (phrases) => phrases.who.heading)}
${phrase((phrases) => phrases.who.from)}${employer(input.from, language)}
${phrase((phrases) => phrases.who.to)}${employer(input.to, language)}
${phrase((phrases) => (input.bothWays ? phrases.who.bothWays : phrases.who.oneWay))}</section>
<section>${say('h2', (phrases) => phrases.what.heading)}
${input.scope === 'case' ? phrase((phrases) => phrases.what.case) : say('p', (phrases) => phrases.what.topics, topics)}
${phrase((phrases) => phrases.what.special)}${phrase((phrases) => phrases.what.never)}</section>
<section>${say('h2', (phrases) => phrases.purpose.heading)}<ul class="box">${input.purposes
    .map((purpose) => say('li', (phrases) => phrases.purpose[purpose]))
    .join('')}</ul></section>
<section>${say('h2', (phrases) => phrases.until.heading)}${say('p', (phrases) => phrases.until.text, until)}</section>
<section>${say('h2', (phrases) => phrases.free.heading)}${(['refusal', 'withdraw', 'readings', 'copy'] as const)
    .map((part) => phrase((phrases) => phrases.free[part]))
    .join('')}</section>
${signatures(input)}
</main>
<footer class="foot"><span>${isolate(input.officeName)}</span><span>${line(language, (phrases) => phrases.version, { version: isolate(RELEASE_TEXT_VERSION, 'ltr') })}</span></footer>`;
  return page(language, { title: releasePhrases.de.title, body, fontFaceCss: input.fontFaceCss });
}

function person({ language, personName, bornOn }: ReleaseFormInput): string {
  const parts = (spoken: ClientLanguage) => [
    line(spoken, (phrases) => phrases.person),
    ...(bornOn === null ? [] : [line(spoken, (phrases) => phrases.born)]),
  ];
  const [called = '', born = ''] = parts(language);
  const when = bornOn === null ? '' : ` · ${born} <span class="name">${isolate(clientDate(language, bornOn))}</span>`;
  const german = language === 'de' ? '' : `<p class="de" lang="de" dir="ltr">${parts('de').join(' · ')}</p>`;
  return `<div class="row"><p>${called} <span class="name">${isolate(personName)}</span>${when}</p>${german}</div>`;
}

function employer({ name, address, phone, counsellors }: ReleasedEmployer, language: ClientLanguage): string {
  const place = [...address, phone].filter((part) => part.trim() !== '').map((part) => isolate(part, 'ltr'));
  const people =
    counsellors.length === 0
      ? ''
      : `<br>${line(language, (phrases) => phrases.who.people, { names: counsellors.map((one) => isolate(one)).join(', ') })}`;
  return `<p class="name">${isolate(name, 'ltr')}</p><p class="place">${place.join(' · ')}${people}</p>`;
}

function line(language: ClientLanguage, pick: Pick, values: Record<string, string> = {}): string {
  return phraseHtml(pick(releasePhrases[language]), values);
}

/** Lines to sign on; what is signed stands beneath, in both languages. */
function signatures({ language, interpreterName }: ReleaseFormInput): string {
  const field = (pick: Pick, values: Record<string, string> = {}) => {
    const german = language === 'de' ? '' : `<p class="de" lang="de" dir="ltr">${line('de', pick, values)}</p>`;
    return `<div><p>${line(language, pick, values)}</p>${german}</div>`;
  };
  const interpreted =
    interpreterName === ''
      ? field((phrases) => phrases.sign.interpreterSignature)
      : field((phrases) => phrases.sign.interpreter, { name: isolate(interpreterName) });
  return `<div class="sign">${field((phrases) => phrases.sign.placeAndDate)}${field((phrases) => phrases.sign.signature)}${field((phrases) => phrases.sign.taken)}${field((phrases) => phrases.sign.guardian)}${interpreted}</div>`;
}
