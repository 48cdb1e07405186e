import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import type { CallView } from '../../shared/screens/screens.contract.ts';
import { directionOf } from '../screen/client-language.ts';
import { Picture } from '../screen/picture.tsx';
import { displayTexts } from './display-texts.ts';
import classes from './side.module.css';

/** Who was called before: somebody who heard only half of it finds their number here. */
export function LastCalls({ calls, languages }: { calls: readonly CallView[]; languages: readonly ClientLanguage[] }) {
  if (calls.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>
        {languages.map((language) => (
          <span key={language} {...directionOf(language)}>
            {displayTexts[language].lastCalls}
          </span>
        ))}
      </h2>
      <ol className={classes.last}>
        {calls.map((call) => (
          <li key={call.key}>
            <Picture number={call.number} className={classes.smallPicture} />
            <span dir="ltr" className={classes.lastNumber}>
              {call.label}
            </span>
            <span aria-hidden>→</span>
            <span className={classes.lastDesk}>{call.desk}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
