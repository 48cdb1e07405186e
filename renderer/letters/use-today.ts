import { useState } from 'react';
import { type LocalDate, localDateOf } from '../../shared/kernel/instants.ts';
import { useQueueDay } from '../queue/use-queue-day.ts';

/** The day as the office counts it; the PC's own until the office has said it. */
export function useToday(): LocalDate {
  const day = useQueueDay();
  const [pcDay] = useState(() => localDateOf(new Date().toISOString()));
  return day.data?.day ?? pcDay;
}
