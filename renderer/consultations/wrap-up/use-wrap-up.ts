import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { useSession } from '../../access/session-store.ts';
import { draftOf, fieldsOf, timeOf } from '../../appointments/booking/booking-draft.ts';
import { useBook } from '../../appointments/booking/use-book.ts';
import { useFaultText } from '../../i18n/fault-text.ts';
import { client, orpc } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { printHtml } from '../../ui/print-html.ts';
import { bookingAfter } from '../booking-after.ts';

interface WrapUp {
  contact: ContactView;
  /** The free slot that is booked along; null: none. */
  planned: { slot: Slot; travelMinutes: number } | null;
  /** What was booked in this talk already; nothing is booked along then. */
  bookedId: string | null;
  onBooked: (appointmentId: string) => void;
  /** Null: the one that the client reads. */
  language: string | null;
  settled: () => Promise<unknown>;
  onFinish: () => Promise<void>;
  onClose: () => void;
}

/** The sheet as it will be, and the one verb that books, prints, records and finishes, in this order. */
export function useWrapUp({ contact, planned, bookedId, onBooked, language, settled, onFinish, onClose }: WrapUp) {
  const { t } = useTranslation('consultations');
  const faultText = useFaultText();
  const queryClient = useQueryClient();
  const session = useSession();
  const [pending, setPending] = useState(false);
  const { book } = useBook();
  const handOut = useCommand(orpc.steps.handOut);
  const slot = bookedId === null && planned ? planned.slot : null;
  const sheet = useQuery({
    ...orpc.steps.sheet.queryOptions({
      input: {
        contactId: contact.id,
        language,
        appointmentId: bookedId,
        planned: slot && { day: slot.day, from: slot.from, place: slot.place, outpostId: slot.outpostId },
      },
    }),
    placeholderData: keepPreviousData,
  });

  /** Books along; null: refused. */
  const bookAlong = async (): Promise<string | null> => {
    if (!slot || !planned) return null;
    const time = timeOf(slot, planned.travelMinutes, session.staffId);
    const booked = await book(fieldsOf(draftOf(bookingAfter(contact)), time, false));
    // Somebody was quicker: the next ones are offered.
    if (!booked) await queryClient.invalidateQueries({ queryKey: orpc.appointments.freeSlots.key() });
    return booked?.appointmentId ?? null;
  };
  const wrapUp = async () => {
    setPending(true);
    let appointmentId = bookedId;
    try {
      await settled();
      appointmentId ??= await bookAlong();
      if (slot && appointmentId === null) return;
      const printed = await client.steps.sheet({ contactId: contact.id, language, appointmentId, planned: null });
      await printHtml(printed.html, t('wrapUp.title'));
      await handOut.run({ contactId: contact.id, language: printed.language, appointmentId });
      await onFinish();
      onClose();
    } catch (error) {
      showNotice({ kind: 'error', text: faultText(faultOf(error)) });
    } finally {
      // Last, so that no preview is made beside the print. A printer without paper must not book twice.
      if (appointmentId !== null) onBooked(appointmentId);
      setPending(false);
    }
  };
  return { sheet, wrapUp, pending };
}
