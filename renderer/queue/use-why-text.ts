import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';

/** In words why a ticket is called or stands where it stands. */
export function useWhyText(): (why: NonNullable<TicketView['why']>) => string {
  const { t } = useTranslation('queue');
  return useCallback(
    ({ reason, creditMinutes }) =>
      creditMinutes > 0 ? t('why.withCredit', { why: t(`why.${reason}`), count: creditMinutes }) : t(`why.${reason}`),
    [t],
  );
}
