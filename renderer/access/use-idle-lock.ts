import { useEffect, useRef } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOKS_EVERY_MS = 5000;

/**
 * Calls `lock` after `minutes` without a key or a movement. Goes by the clock and does not count, so that a PC that
 * slept is locked when it wakes.
 */
export function useIdleLock(minutes: number, lock: () => void): void {
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    let lastSign = Date.now();
    const sign = () => {
      lastSign = Date.now();
    };
    const look = () => {
      if (Date.now() - lastSign >= minutes * 60_000) latest.current();
    };
    for (const event of SIGNS_OF_LIFE) window.addEventListener(event, sign, { passive: true, capture: true });
    const timer = window.setInterval(look, LOOKS_EVERY_MS);
    return () => {
      for (const event of SIGNS_OF_LIFE) window.removeEventListener(event, sign, { capture: true });
      window.clearInterval(timer);
    };
  }, [minutes]);
}
