import { useCallback, useState } from 'react';
import { v4 as uuidv4 } from 'uuid';
import type { KioskWelcome, WaitRange } from '../../shared/screens/screens.contract.ts';
import { createRequestIds, type RequestIds } from '../rpc/request-ids.ts';
import type { ScreenClient } from '../rpc/screen-client.ts';
import { BeforeIn } from '../screen/before-in.tsx';
import type { Feed } from '../screen/feed.ts';
import type { ScreenSession } from '../screen/screen-session.ts';
import { useFeed, useStanding } from '../screen/use-screen.ts';
import { createVoice } from '../screen/voices.ts';
import { ChooseLanguage } from './choose-language.tsx';
import { ChooseTopic } from './choose-topic.tsx';
import { NotNow } from './not-now.tsx';
import { createSpeaker } from './speaker.ts';
import { TicketTaken } from './ticket-taken.tsx';
import { useIdle } from './use-idle.ts';

/** What somebody has entered. It is on this screen alone, until a number is taken or the screen is cleared. */
type Step =
  | { at: 'language' }
  | { at: 'topic'; language: string; requests: RequestIds; failed: boolean }
  | { at: 'taken'; language: string; ticket: TakenTicket };

export interface TakenTicket {
  number: number;
  label: string;
  range: WaitRange;
  printed: boolean;
}

const START: Step = { at: 'language' };
/** Nobody has touched the screen for so long: whoever it was has stepped back. */
const IDLE_MS = { topic: 25_000, taken: 20_000 } as const;

/** The kiosk: language, topic, number. Two touches, and no reading is needed. */
export function KioskApp({
  client,
  session,
  feed,
}: {
  client: ScreenClient;
  session: ScreenSession;
  feed: Feed<KioskWelcome>;
}) {
  const standing = useStanding(session);
  const { value: welcome } = useFeed(feed);
  const [voice] = useState(createVoice);
  const [speaker] = useState(() => createSpeaker(voice));
  const [step, setStep] = useState<Step>(START);

  const clear = useCallback(() => {
    speaker.hush();
    setStep(START);
  }, [speaker]);
  const idle = useIdle(step.at === 'language' ? null : IDLE_MS[step.at], step, clear);

  if (!welcome || standing.at === 'pairing' || standing.at === 'put-out')
    return <BeforeIn standing={standing.at === 'in' ? { at: 'connecting' } : standing} />;
  if (step.at === 'taken')
    return <TicketTaken {...step} prints={welcome.prints} idle={idle} onDone={clear} speaker={speaker} />;
  // The office was started anew and nobody has opened it yet: the team reads here what is missing.
  if (standing.at === 'waiting') return <BeforeIn standing={standing} />;
  if (standing.at !== 'in') return <NotNow why="noLine" languages={welcome.languages} />;
  if (welcome.state !== 'open') return <NotNow why={welcome.state} languages={welcome.languages} />;

  const choose = (language: string): void => {
    void voice.wake().then(() => speaker.say(language, ['language'], ['choose-topic']));
    setStep({ at: 'topic', language, requests: createRequestIds(uuidv4), failed: false });
  };
  const take = async (own: Step & { at: 'topic' }, topics: string[]): Promise<void> => {
    const { language, requests } = own;
    // The same touched again is the same request: if it went through after all, the number is the same.
    const requestId = requests.take(topics.join(' ')).id;
    try {
      const ticket = await client.takeTicket({ requestId, language, topics });
      setStep({ at: 'taken', language, ticket });
    } catch {
      setStep((now) => (now.at === 'topic' && now.requests === requests ? { ...now, failed: true } : now));
    }
  };

  if (step.at === 'language')
    return <ChooseLanguage welcome={welcome} speaker={speaker} wake={() => voice.wake()} onChoose={choose} />;
  return (
    <ChooseTopic
      key={step.language}
      client={client}
      language={step.language}
      topics={welcome.topics}
      failed={step.failed}
      idle={idle}
      onTake={(topics) => take(step, topics)}
      onClear={clear}
    />
  );
}
