import german from '../../resources/locales/de/pairing.json' with { type: 'json' };
import type { CallView, DisplayBoard } from '../../shared/screens/screens.contract.ts';
import { clientLanguageOf, directionOf } from '../screen/client-language.ts';
import classes from './board.module.css';
import { CallRow } from './call-row.tsx';
import { Clock } from './clock.tsx';
import { displayTexts } from './display-texts.ts';
import { LastCalls } from './last-calls.tsx';
import { Spotlight } from './spotlight.tsx';
import { StaleBanner } from './stale-banner.tsx';
import type { Announcements } from './use-announcements.ts';
import { Waits } from './waits.tsx';

/** So many calls are read from the back of a room; what is more is counted. */
const MOST_ROWS = 8;
const MOST_IN_ONE_COLUMN = 4;

interface BoardProps {
  board: DisplayBoard;
  stale: boolean;
  receivedAtMs: number;
  announcements: Announcements;
}

/** The whole screen: calls large, beside them what was called before and how long waits are, at the foot the desk's text. */
export function Board({ board, stale, receivedAtMs, announcements }: BoardProps) {
  const active = board.calls.filter((call) => call.active);
  const { speaking } = announcements;
  const shown = shownCalls(active, speaking);
  return (
    <div className={classes.page}>
      {stale && <StaleBanner time={board.time} />}
      <header className={classes.head}>
        <h1 className={classes.office}>{board.officeName}</h1>
        {announcements.silent && (
          <button type="button" className={classes.sound} onClick={announcements.wake}>
            {german.start}
          </button>
        )}
        <Clock board={board} receivedAtMs={receivedAtMs} />
      </header>
      <main className={classes.main}>
        <section className={classes.calls} aria-live="polite">
          {speaking && speaking.repetition > 0 ? (
            <Spotlight call={speaking} />
          ) : (
            <>
              <ol className={shown.length > MOST_IN_ONE_COLUMN ? classes.twoColumns : classes.oneColumn}>
                {shown.map((call) => (
                  <CallRow
                    key={call.key}
                    call={call}
                    fresh={speaking?.key === call.key}
                    small={shown.length > MOST_IN_ONE_COLUMN}
                  />
                ))}
              </ol>
              {active.length > shown.length && <More count={active.length - shown.length} board={board} />}
              {active.length === 0 && <Nobody board={board} />}
            </>
          )}
        </section>
        <aside className={classes.side}>
          <LastCalls calls={board.calls.filter((call) => !call.active)} languages={languagesOn(board)} />
          {!board.closedAt && <Waits board={board} />}
        </aside>
      </main>
      {board.text !== '' && (
        <footer className={classes.text} dir="auto">
          {board.text}
        </footer>
      )}
    </div>
  );
}

/** The newest calls; the one that is spoken is always among them. */
export function shownCalls(active: readonly CallView[], speaking: CallView | null): CallView[] {
  const newest = active.slice(0, MOST_ROWS);
  const spoken = active.find(({ key }) => key === speaking?.key);
  return spoken && !newest.includes(spoken) ? [spoken, ...newest.slice(0, -1)] : newest;
}

/** The languages of the office in which there are texts; German is always among them. */
export function languagesOn(board: Pick<DisplayBoard, 'waits'>): ReturnType<typeof clientLanguageOf>[] {
  return [...new Set(['de' as const, ...board.waits.map(({ language }) => clientLanguageOf(language))])];
}

function Nobody({ board }: { board: DisplayBoard }) {
  return (
    <div className={classes.nobody}>
      {languagesOn(board).map((language) => (
        <p key={language} {...directionOf(language)}>
          {board.closedAt ? displayTexts[language].closed : displayTexts[language].nobody}
        </p>
      ))}
    </div>
  );
}

function More({ count, board }: { count: number; board: DisplayBoard }) {
  return (
    <p className={classes.more}>
      {languagesOn(board)
        .slice(0, 2)
        .map((language) => (
          <span key={language} {...directionOf(language)}>
            {displayTexts[language].more.replace('{{count}}', String(count))}
          </span>
        ))}
    </p>
  );
}
