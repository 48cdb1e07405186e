import german from '../../resources/locales/de/pairing.json' with { type: 'json' };
import english from '../../resources/locales/en/pairing.json' with { type: 'json' };
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import classes from './before-in.module.css';
import { directionOf } from './client-language.ts';
import { notReadyTexts } from './not-ready-texts.ts';
import type { ScreenStanding } from './screen-session.ts';

type Sentence = keyof typeof german;

function sentenceFor(standing: Exclude<ScreenStanding, { at: 'in' | 'pairing' }>): Sentence {
  if (standing.at === 'put-out') return 'again';
  if (standing.at === 'connecting') return 'connecting';
  return standing.why === 'busy' ? 'busy' : 'waiting';
}

/**
 * What a screen shows as long as it is not let in: to the staff its code, or what it waits for; to whoever stands before
 * it, in each of the six languages, where to go meanwhile.
 */
export function BeforeIn({ standing }: { standing: Exclude<ScreenStanding, { at: 'in' }> }) {
  if (standing.at !== 'pairing') {
    const sentence = sentenceFor(standing);
    return (
      <main className={classes.page}>
        <ul className={classes.sentences}>
          {CLIENT_LANGUAGES.map((language) => (
            <li key={language} {...directionOf(language)} className={classes.sentence}>
              {notReadyTexts[language].notReady}
            </li>
          ))}
        </ul>
        <div className={classes.team}>
          <p>{german[sentence]}</p>
          <p lang="en" className={classes.small}>
            {english[sentence]}
          </p>
        </div>
      </main>
    );
  }
  return (
    <main className={classes.page}>
      <h1 className={classes.sentence}>{german.title}</h1>
      <p className={classes.code} aria-label={standing.code.split('').join(' ')}>
        <span>{standing.code.slice(0, 3)}</span> <span>{standing.code.slice(3)}</span>
      </p>
      <p>{german.explain}</p>
      <p lang="en" className={classes.small}>
        {english.title}. {english.explain}
      </p>
    </main>
  );
}
