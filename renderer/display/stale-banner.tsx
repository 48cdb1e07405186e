import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import { directionOf, fill } from '../screen/client-language.ts';
import classes from './board.module.css';
import { displayTexts } from './display-texts.ts';

/** What stands here may not be true any more: said in every language, with the time at which it still was. */
export function StaleBanner({ time }: { time: string }) {
  return (
    <div role="status" className={classes.stale}>
      {CLIENT_LANGUAGES.map((language) => (
        <span key={language} {...directionOf(language)}>
          <strong>{fill(displayTexts[language].asOf, { time })}</strong> {displayTexts[language].lineLost}
        </span>
      ))}
    </div>
  );
}
