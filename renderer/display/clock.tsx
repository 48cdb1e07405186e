import { useEffect, useState } from 'react';
import { localTimeOf } from '../../shared/kernel/instants.ts';
import type { DisplayBoard } from '../../shared/screens/screens.contract.ts';
import classes from './board.module.css';

/** The office's time. The device's own clock does not matter: what has passed since the last answer is added to it. */
export function Clock({ board, receivedAtMs }: { board: DisplayBoard; receivedAtMs: number }) {
  const [sinceMs, setSinceMs] = useState(0);
  useEffect(() => {
    const look = () => setSinceMs(performance.now() - receivedAtMs);
    look();
    const timer = window.setInterval(look, 1000);
    return () => window.clearInterval(timer);
  }, [receivedAtMs]);
  const now = new Date(Date.parse(board.now) + sinceMs).toISOString();
  return <time className={classes.clock}>{localTimeOf(now)}</time>;
}
