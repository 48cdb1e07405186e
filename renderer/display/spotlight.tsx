import { pictureName } from '../../shared/queue/picture-name.ts';
import type { CallView } from '../../shared/screens/screens.contract.ts';
import { clientLanguageOf, directionOf } from '../screen/client-language.ts';
import { Picture } from '../screen/picture.tsx';
import { displayTexts } from './display-texts.ts';
import classes from './spotlight.module.css';

/** A call that was not answered, once more and as large as it goes: by its picture, and in more languages. */
export function Spotlight({ call }: { call: CallView }) {
  const languages = [...new Set(call.languages.map(clientLanguageOf))];
  return (
    <div className={classes.spotlight} data-spotlight={call.label}>
      <Picture number={call.number} className={classes.picture} />
      <p className={classes.number} dir="ltr">
        {call.label}
      </p>
      <ul className={classes.words}>
        {languages.map((language) => (
          <li key={language} {...directionOf(language)}>
            {displayTexts[language].now} · {displayTexts[language].desk} <bdi>{call.desk}</bdi> ·{' '}
            <bdi>{pictureName(language, call.number)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
