import type { DisplayBoard } from '../../shared/screens/screens.contract.ts';
import { clientLanguageOf, directionOf, fill, ownNameOf } from '../screen/client-language.ts';
import { displayTexts } from './display-texts.ts';
import classes from './side.module.css';

/** How long somebody waits who comes now, per language of the office, each in its own words. */
export function Waits({ board }: { board: DisplayBoard }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>
        <span lang="de">{displayTexts.de.waitTitle}</span>
      </h2>
      <ul className={classes.waits}>
        {board.waits.map(({ language, range }) => {
          const texts = displayTexts[clientLanguageOf(language)];
          return (
            <li key={language} {...directionOf(language)}>
              <span className={classes.language}>{ownNameOf(language)}</span>
              <span {...directionOf(clientLanguageOf(language))} className={classes.range}>
                {range ? fill(texts.minutes, { from: range.fromMinutes, to: range.toMinutes }) : texts.askDesk}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
