import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { QueueDay } from '../../shared/queue/queue.contract.ts';
import { orpc } from '../rpc/client.ts';

/** The day's queue, kept up to date by the office's changes. */
export function useQueueDay() {
  return useQuery(orpc.queue.today.queryOptions({ input: {} }));
}

const TICK_MS = 10_000;

/**
 * The office's clock at this moment, in milliseconds since 1970. The PC's own clock may be wrong: only the time since
 * the office answered is taken from it. Moves every ten seconds, so that minutes waited grow without asking.
 */
export function useOfficeNow(day: Pick<QueueDay, 'now'> | undefined, answeredAt: number): number {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setHere(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  const sinceAnswerMs = Math.max(0, here - answeredAt);
  return day ? Date.parse(day.now) + sinceAnswerMs : here;
}
