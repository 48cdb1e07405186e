import { IconVolume } from '@tabler/icons-react';
import type { KioskWelcome } from '../../shared/screens/screens.contract.ts';
import { clientLanguageOf, directionOf, ownNameOf } from '../screen/client-language.ts';
import classes from './kiosk.module.css';
import { kioskTexts } from './kiosk-texts.ts';
import type { Speaker } from './speaker.ts';

interface ChooseLanguageProps {
  welcome: KioskWelcome;
  speaker: Speaker;
  wake(): Promise<void>;
  onChoose(language: string): void;
}

/** The first screen: each language by its own name, and by its sound. */
export function ChooseLanguage({ welcome, speaker, wake, onChoose }: ChooseLanguageProps) {
  const questions = [...new Set(welcome.languages.map(clientLanguageOf))];
  return (
    <main className={classes.page}>
      <header className={classes.top}>
        <p className={classes.office}>{welcome.officeName}</p>
        <h1 className={classes.questions}>
          {questions.map((language) => (
            <span key={language} {...directionOf(language)}>
              {kioskTexts[language].chooseLanguage}
            </span>
          ))}
        </h1>
      </header>
      <ul className={classes.languages}>
        {welcome.languages.map((language) => (
          <li key={language} className={classes.language}>
            <button
              type="button"
              className={classes.languageName}
              {...directionOf(language)}
              onClick={() => onChoose(language)}
            >
              {ownNameOf(language)}
            </button>
            {speaker.canSay(language, ['language']) && (
              <button
                type="button"
                className={classes.listen}
                lang={language}
                aria-label={`${kioskTexts[clientLanguageOf(language)].listen}: ${ownNameOf(language)}`}
                onClick={() => void wake().then(() => speaker.say(language, ['language']))}
              >
                <IconVolume size={36} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
