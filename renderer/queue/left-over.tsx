import { IconHistory } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { Mark } from './mark.tsx';

/** Of a ticket that is left from a day which nobody closed: which day. Its number can be one of today's, too. */
export function LeftOverMark({ ticket }: { ticket: Pick<TicketView, 'leftOverFrom'> }) {
  const { t } = useTranslation('queue');
  const formats = useFormats();
  if (ticket.leftOverFrom === undefined) return null;
  return (
    <Mark kind="urgent" icon={<IconHistory size={15} aria-hidden />}>
      {t('leftOverFrom', { day: formats.shortDate(ticket.leftOverFrom) })}
    </Mark>
  );
}

/** What a ticket is called where no mark can stand beside its number: with its day when that is not today. */
export function useTicketName(): (ticket: Pick<TicketView, 'label' | 'leftOverFrom'>) => string {
  const { t } = useTranslation('queue');
  const formats = useFormats();
  return useCallback(
    ({ label, leftOverFrom }) =>
      leftOverFrom === undefined ? label : `${label} (${t('leftOverFrom', { day: formats.shortDate(leftOverFrom) })})`,
    [t, formats],
  );
}
