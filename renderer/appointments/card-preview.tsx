import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './appointments.module.css';

/** The reminder card on the screen: the very document that is printed, made smaller. */
export function CardPreview({ appointmentId, language }: { appointmentId: string; language: string | null }) {
  const { t } = useTranslation('appointments');
  const card = useQuery({
    ...orpc.appointments.card.queryOptions({ input: { appointmentId, language } }),
    placeholderData: keepPreviousData,
  });
  if (!card.data) return <SkeletonLines lines={6} height={40} />;
  return (
    <div role="img" aria-label={t('card.title')} className={classes.cardBox}>
      {/* Security: no scripts; a picture of the paper that nothing is worked with. */}
      <iframe
        title={t('card.title')}
        sandbox="allow-same-origin"
        inert
        srcDoc={card.data.html}
        className={classes.cardFrame}
      />
    </div>
  );
}
