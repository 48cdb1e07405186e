import { useEffect, useState } from 'react';

/** Counts whole seconds down to zero. A new `start` (another object) begins anew. */
export function useCountdown(start: { seconds: number } | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!start || start.seconds <= 0) {
      setLeft(0);
      return;
    }
    const until = Date.now() + start.seconds * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    count();
    const timer = window.setInterval(count, 250);
    return () => window.clearInterval(timer);
  }, [start]);
  return left;
}
