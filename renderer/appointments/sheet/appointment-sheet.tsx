import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { AppointmentDetails } from './appointment-details.tsx';
import { CardPart } from './card-part.tsx';
import { MoveForm } from './move-form.tsx';
import { PeopleForm } from './people-form.tsx';
import { WishForm } from './wish-form.tsx';

export type SheetPart = 'details' | 'move' | 'people' | 'card' | 'wish';

/** Everything about one appointment, and what can be done about it. */
export default function AppointmentSheet({ appointmentId, onClose }: { appointmentId: string; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const [part, setPart] = useState<SheetPart>('details');
  const asked = useQuery(orpc.appointments.get.queryOptions({ input: { appointmentId } }));
  const one = asked.data;
  const title = one
    ? t('sheet.title', {
        kind: t(`kinds.${one.appointment.kind}`),
        when: t('when', { day: formats.longDate(one.appointment.day), from: one.appointment.from }),
      })
    : t('kinds.talk');
  const back = () => setPart('details');
  return (
    <Sheet title={title} onClose={part === 'details' ? onClose : back} size={part === 'move' ? '64rem' : '52rem'}>
      {!one ? (
        asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <SkeletonLines lines={6} height={36} />
        )
      ) : part === 'move' ? (
        <MoveForm one={one} onDone={back} />
      ) : part === 'people' ? (
        <PeopleForm one={one} onDone={back} />
      ) : part === 'card' ? (
        <CardPart one={one} onDone={back} />
      ) : part === 'wish' ? (
        <WishForm one={one} onDone={back} />
      ) : (
        <AppointmentDetails one={one} onPart={setPart} onClose={onClose} />
      )}
    </Sheet>
  );
}
