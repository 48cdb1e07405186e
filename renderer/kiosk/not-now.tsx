import { IconDoorOff, IconTicketOff } from '@tabler/icons-react';
import { clientLanguageOf, directionOf } from '../screen/client-language.ts';
import classes from './kiosk.module.css';
import { kioskTexts } from './kiosk-texts.ts';

/** No numbers here: closed, used up, or no line to the office. Said in every language of the office. */
export function NotNow({ why, languages }: { why: 'closed' | 'exhausted' | 'noLine'; languages: readonly string[] }) {
  const shown = [...new Set(['de' as const, ...languages.map(clientLanguageOf)])];
  const Icon = why === 'closed' ? IconDoorOff : IconTicketOff;
  return (
    <main className={classes.notNow}>
      <Icon size={96} aria-hidden />
      <h1 className={classes.question} lang="de">
        {kioskTexts.de[why]}
      </h1>
      {shown
        .filter((language) => language !== 'de')
        .map((language) => (
          <p key={language} className={classes.sentence} {...directionOf(language)}>
            {kioskTexts[language][why]}
          </p>
        ))}
    </main>
  );
}
