import type { DisplayBoard, ExpectedWait } from '../../shared/screens/screens.contract.ts';
import { clientLanguageOf, directionOf, fill, ownNameOf } from '../screen/client-language.ts';
import { displayTexts } from './display-texts.ts';
import classes from './side.module.css';

/** What somebody may expect who comes now, per language of the office, each in its own words. */
export function Waits({ board }: { board: DisplayBoard }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>
        <span lang="de">{displayTexts.de.waitTitle}</span>
        <span lang="en">{displayTexts.en.waitTitle}</span>
      </h2>
      <ul className={classes.waits}>
        {board.waits.map((wait) => (
          <li key={wait.language} {...directionOf(wait.language)}>
            <span className={classes.language}>{ownNameOf(wait.language)}</span>
            <span {...directionOf(clientLanguageOf(wait.language))} className={classes.range}>
              {wordsFor(wait)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Few words, and none that promises more than the desk would at the door. */
function wordsFor({ language, verdict, range, until }: ExpectedWait): string {
  const texts = displayTexts[clientLanguageOf(language)];
  const ends = until === null ? '' : ` · ${fill(texts.until, { time: until })}`;
  switch (verdict) {
    case 'now':
      return texts.soon;
    case 'likely':
    case 'not-certain':
      return range
        ? fill(texts.minutes, { from: range.fromMinutes, to: range.toMinutes }) + ends
        : texts.notCertain + ends;
    case 'unlikely':
      return texts.notCertain + ends;
    case 'other-day':
    case 'nobody':
      return texts.notToday;
  }
}
