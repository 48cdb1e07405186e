import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';

/** The wait that was promised, in words: always a range, never a point. */
export function usePromiseText(): (promise: NonNullable<TicketView['promise']>) => string {
  const { t } = useTranslation('queue');
  return useCallback(
    ({ fromMinutes, toMinutes }) =>
      fromMinutes === 0
        ? t('promise.upTo', { to: toMinutes })
        : t('promise.range', { from: fromMinutes, to: toMinutes }),
    [t],
  );
}
