import { IconArrowRight } from '@tabler/icons-react';
import { pictureName } from '../../shared/queue/picture-name.ts';
import type { CallView } from '../../shared/screens/screens.contract.ts';
import { clientLanguageOf, directionOf } from '../screen/client-language.ts';
import { Picture } from '../screen/picture.tsx';
import classes from './call-row.module.css';
import { displayTexts } from './display-texts.ts';

/** One call: picture, number, desk. While it is spoken it blinks, or where motion is not wanted has a frame. */
export function CallRow({ call, fresh, small }: { call: CallView; fresh: boolean; small: boolean }) {
  const own = clientLanguageOf(call.languages[0] ?? 'de');
  return (
    <li className={[classes.row, fresh ? classes.fresh : '', small ? classes.small : ''].join(' ')}>
      <Picture number={call.number} className={classes.picture} />
      <span className="visually-hidden">{pictureName('de', call.number)}</span>
      <span className={classes.number} dir="ltr">
        {call.label}
      </span>
      <IconArrowRight className={classes.arrow} aria-hidden />
      <span className={classes.where}>
        <span className={classes.words}>
          {own !== 'de' && <span {...directionOf(own)}>{displayTexts[own].desk}</span>}
          <span lang="de">{displayTexts.de.desk}</span>
        </span>
        <span className={classes.desk}>{call.desk}</span>
      </span>
    </li>
  );
}
