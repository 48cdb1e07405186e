import german from '../../resources/locales/de/pairing.json' with { type: 'json' };
import english from '../../resources/locales/en/pairing.json' with { type: 'json' };
import classes from './before-in.module.css';
import type { ScreenStanding } from './screen-session.ts';

type Sentence = keyof typeof german;

function sentenceFor(standing: Exclude<ScreenStanding, { at: 'in' | 'pairing' }>): Sentence {
  if (standing.at === 'put-out') return 'again';
  if (standing.at === 'connecting') return 'connecting';
  return standing.why === 'busy' ? 'busy' : 'waiting';
}

/** What a screen shows to the staff as long as it is not let in: its code, or what it waits for. */
export function BeforeIn({ standing }: { standing: Exclude<ScreenStanding, { at: 'in' }> }) {
  if (standing.at !== 'pairing') {
    const sentence = sentenceFor(standing);
    return (
      <main className={classes.page}>
        <h1 className={classes.sentence}>{german[sentence]}</h1>
        <p lang="en" className={classes.small}>
          {english[sentence]}
        </p>
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
