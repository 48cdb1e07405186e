import ar from '../../resources/locales/ar/interpreters-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/interpreters-client.json' with { type: 'json' };
import de from '../../resources/locales/de/interpreters-client.json' with { type: 'json' };
import en from '../../resources/locales/en/interpreters-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/interpreters-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/interpreters-client.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import { clientDateAndTime, clientTime } from '../languages/client-calendar.ts';
import type { DoorVerdict } from './door-answer.rules.ts';
import type { DoorAnswer } from './interpreters.contract.ts';

const phrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;

/** In which languages a client reads the answer: their own and German; where we lack theirs, German and English. */
export function doorLanguages(languageId: string): readonly ClientLanguage[] {
  const own = CLIENT_LANGUAGES.find((language) => language === languageId);
  if (own === undefined) return ['de', 'en'];
  return own === 'de' ? ['de'] : [own, 'de'];
}

type Answer = Pick<DoorAnswer, 'verdict' | 'until' | 'ahead' | 'range' | 'nextHours'>;

/** The answer as the client reads it, a sentence a line, the most important first. No name is in it. */
export function doorClientLines(language: ClientLanguage, answer: Answer): string[] {
  const texts = phrases[language];
  const { verdict, until, ahead, nextHours } = answer;
  const isToday = verdict !== 'other-day' && verdict !== 'nobody';
  return [
    verdictLine(texts, verdict, answer.range),
    ...(isToday && verdict !== 'now' && ahead > 0 ? [texts.ahead.replace('{{count}}', String(ahead))] : []),
    ...(isToday && until !== null ? [texts.until.replace('{{time}}', clientTime(language, until))] : []),
    ...(verdict !== 'now' && nextHours !== null
      ? [texts.next.replace('{{date}}', clientDateAndTime(language, nextHours.day, nextHours.from))]
      : []),
    ...(verdict === 'now' ? [] : [texts.ask]),
  ];
}

function verdictLine(texts: typeof de, verdict: DoorVerdict, range: Answer['range']): string {
  switch (verdict) {
    case 'now':
      return texts.now;
    case 'likely':
      // Without a range nothing is likely (doorVerdict).
      return range === null
        ? texts.notCertain
        : texts.likely.replace('{{from}}', String(range.fromMinutes)).replace('{{to}}', String(range.toMinutes));
    case 'not-certain':
      return texts.notCertain;
    case 'unlikely':
      return texts.unlikely;
    case 'other-day':
      return texts.otherDay;
    case 'nobody':
      return texts.nobody;
  }
}
