import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lockDesk } from './lock.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOKS_EVERY_MS = 5000;

/** Locks after `minutes` without a key or a movement. Uses the clock, not a count, so that a PC that slept is locked on waking. */
export function useIdleLock(minutes: number | null): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (minutes === null) return;
    let lastSign = Date.now();
    const sign = () => {
      lastSign = Date.now();
    };
    const look = () => {
      if (Date.now() - lastSign >= minutes * 60_000) void lockDesk(queryClient);
    };
    for (const event of SIGNS_OF_LIFE) window.addEventListener(event, sign, { passive: true, capture: true });
    const timer = window.setInterval(look, LOOKS_EVERY_MS);
    return () => {
      for (const event of SIGNS_OF_LIFE) window.removeEventListener(event, sign, { capture: true });
      window.clearInterval(timer);
    };
  }, [minutes, queryClient]);
}
