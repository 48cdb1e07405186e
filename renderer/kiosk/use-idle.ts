import { useEffect, useState } from 'react';

const TOUCHES = ['pointerdown', 'keydown'] as const;

/**
 * Counts down since the last touch, and clears the screen at the end. `step` begins anew.
 *
 * @param lastsMs null: nothing is to be cleared
 * @returns what is left, 1 to 0
 */
export function useIdle(lastsMs: number | null, step: unknown, onIdle: () => void): number {
  const [left, setLeft] = useState(1);
  useEffect(() => {
    if (lastsMs === null) return;
    let touchedAtMs = performance.now();
    const touch = (): void => {
      touchedAtMs = performance.now();
      setLeft(1);
    };
    const look = (): void => {
      const now = Math.max(0, 1 - (performance.now() - touchedAtMs) / lastsMs);
      setLeft(now);
      if (now === 0) onIdle();
    };
    touch();
    const timer = window.setInterval(look, 500);
    for (const kind of TOUCHES) window.addEventListener(kind, touch);
    return () => {
      window.clearInterval(timer);
      for (const kind of TOUCHES) window.removeEventListener(kind, touch);
    };
  }, [lastsMs, step, onIdle]);
  return left;
}
