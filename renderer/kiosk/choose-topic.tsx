import { useEffect, useState } from 'react';
import type { ExpectedWait } from '../../shared/screens/screens.contract.ts';
import type { ScreenClient } from '../rpc/screen-client.ts';
import { clientLanguageOf, directionOf } from '../screen/client-language.ts';
import { TopicIcon } from '../ui/topic-icon.tsx';
import { DeleteEntries } from './delete-entries.tsx';
import { IdleBar } from './idle-bar.tsx';
import classes from './kiosk.module.css';
import { kioskTexts, topicName } from './kiosk-texts.ts';
import { expectationOf } from './wait-sentence.ts';

interface ChooseTopicProps {
  client: ScreenClient;
  language: string;
  topics: readonly string[];
  failed: boolean;
  idle: number;
  onTake(topics: string[]): Promise<void>;
  onClear(): void;
}

/** The second screen: a picture for each topic; a touch takes the number. */
export function ChooseTopic({ client, language, topics, failed, idle, onTake, onClear }: ChooseTopicProps) {
  const own = clientLanguageOf(language);
  const texts = kioskTexts[own];
  const [wait, setWait] = useState<ExpectedWait | null>(null);
  const [isTaking, setIsTaking] = useState(false);
  useEffect(() => {
    let gone = false;
    client.expectedWait({ language }).then(
      (answer) => gone || setWait(answer),
      // Then nothing is said of the wait.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [client, language]);
  const take = (topic: string): void => {
    setIsTaking(true);
    void onTake([topic]).finally(() => setIsTaking(false));
  };
  return (
    <main className={classes.page} {...directionOf(own)}>
      <header className={classes.top}>
        <h1 className={classes.question}>{texts.chooseTopic}</h1>
        {own !== 'de' && (
          <p className={classes.german} {...directionOf('de')}>
            {kioskTexts.de.chooseTopic}
          </p>
        )}
        {wait &&
          expectationOf(own, wait).map((sentence) => (
            <p key={sentence} className={classes.sentence}>
              {sentence}
            </p>
          ))}
        {failed && (
          <p role="alert" className={classes.alert}>
            {texts.notSent}
          </p>
        )}
      </header>
      <ul className={classes.topics}>
        {topics.map((topic) => (
          <li key={topic}>
            <button type="button" className={classes.topic} disabled={isTaking} onClick={() => take(topic)}>
              <TopicIcon id={topic} size={48} />
              <span>{topicName(own, topic)}</span>
              {own !== 'de' && (
                <span className={classes.german} {...directionOf('de')}>
                  {topicName('de', topic)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <footer className={classes.foot}>
        <DeleteEntries language={own} onClear={onClear} />
        <IdleBar left={idle} />
      </footer>
    </main>
  );
}
