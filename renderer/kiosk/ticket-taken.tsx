import { IconCheck, IconEye, IconReceipt } from '@tabler/icons-react';
import { useEffect } from 'react';
import { pictureName } from '../../shared/queue/picture-name.ts';
import { spokenNumber } from '../../shared/screens/spoken-number.rules.ts';
import { clientLanguageOf, directionOf } from '../screen/client-language.ts';
import { Picture } from '../screen/picture.tsx';
import { IdleBar } from './idle-bar.tsx';
import classes from './kiosk.module.css';
import type { TakenTicket } from './kiosk-app.tsx';
import { kioskTexts } from './kiosk-texts.ts';
import type { Speaker } from './speaker.ts';
import { waitSentence } from './wait-sentence.ts';

interface TicketTakenProps {
  language: string;
  ticket: TakenTicket;
  prints: boolean;
  idle: number;
  speaker: Speaker;
  onDone(): void;
}

/** The last screen: number and picture, heard and seen. It clears itself. */
export function TicketTaken({ language, ticket, idle, speaker, onDone }: TicketTakenProps) {
  const own = clientLanguageOf(language);
  const texts = kioskTexts[own];
  const { number, label, range, printed } = ticket;
  useEffect(() => {
    const keep = printed ? 'take-slip' : 'remember';
    void speaker.say(own, ['your-number', ...spokenNumber(own, number)], [keep], ['wait']);
  }, [speaker, own, number, printed]);
  const sentence = waitSentence(own, range);
  const Keep = printed ? IconReceipt : IconEye;
  return (
    <main className={classes.page} {...directionOf(own)}>
      <header className={classes.top}>
        <h1 className={classes.question}>{texts.yourNumber}</h1>
        <div className={classes.ticket}>
          <span className={classes.number} dir="ltr">
            {label}
          </span>
          <Picture number={number} className={classes.picture} />
        </div>
        <p className={classes.pictureName}>
          {pictureName(own, number)}
          {own !== 'de' && <span className={classes.german}> · {pictureName('de', number)}</span>}
        </p>
      </header>
      <div className={classes.told}>
        <p className={classes.keep}>
          <Keep size={40} aria-hidden />
          <span>{printed ? texts.takeSlip : texts.remember}</span>
        </p>
        {sentence && <p className={classes.sentence}>{sentence}</p>}
        <p className={classes.sentence}>{texts.pleaseWait}</p>
        {own !== 'de' && (
          <p className={classes.german} {...directionOf('de')}>
            {printed ? kioskTexts.de.takeSlip : kioskTexts.de.remember} {waitSentence('de', range)}{' '}
            {kioskTexts.de.pleaseWait}
          </p>
        )}
      </div>
      <footer className={classes.foot}>
        <button type="button" className={classes.done} onClick={onDone}>
          <IconCheck size={40} aria-hidden />
          {texts.done}
        </button>
        <IdleBar left={idle} />
      </footer>
    </main>
  );
}
