import { IconTrash } from '@tabler/icons-react';
import { CLIENT_LANGUAGES, type ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import { directionOf } from '../screen/client-language.ts';
import classes from './kiosk.module.css';
import { kioskTexts } from './kiosk-texts.ts';

/** Clears the screen at once: large, with its picture, in the person's language and small in the others. */
export function DeleteEntries({ language, onClear }: { language: ClientLanguage; onClear(): void }) {
  const others = CLIENT_LANGUAGES.filter((other) => other !== language);
  return (
    <button type="button" className={classes.clear} onClick={onClear}>
      <IconTrash size={40} aria-hidden />
      <span>
        <span className={classes.clearOwn} {...directionOf(language)}>
          {kioskTexts[language].deleteEntries}
        </span>
        <span className={classes.clearOthers}>
          {others.map((other) => (
            <span key={other} {...directionOf(other)}>
              {kioskTexts[other].deleteEntries}
            </span>
          ))}
        </span>
      </span>
    </button>
  );
}
