import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { useFaultText } from '../../i18n/fault-text.ts';
import { useFormats } from '../../i18n/formats.ts';
import { client, orpc } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showNotice, showUndoable } from '../../ui/notices/notice-store.ts';
import { printHtml } from '../../ui/print-html.ts';

interface WrapUp {
  contact: ContactView;
  slot: Slot | null;
  /** Null: the one that the client reads. */
  language: string | null;
  settled: () => Promise<unknown>;
  onFinish: () => Promise<void>;
  onClose: () => void;
}

/** The sheet as it will be, and the one verb that books, prints, records and finishes, in this order. */
export function useWrapUp({ contact, slot, language, settled, onFinish, onClose }: WrapUp) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const faultText = useFaultText();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  /** What a try before has booked: a printer without paper must not book twice. */
  const booked = useRef<{ slot: Slot; appointmentId: string } | null>(null);
  const book = useCommand(orpc.appointments.book);
  const undoBooking = useCommand(orpc.appointments.undo);
  const handOut = useCommand(orpc.steps.handOut);
  const planned = slot && { day: slot.day, from: slot.from, place: slot.place, outpostId: slot.outpostId };
  const sheet = useQuery({
    ...orpc.steps.sheet.queryOptions({ input: { contactId: contact.id, language, appointmentId: null, planned } }),
    placeholderData: keepPreviousData,
  });

  const appointmentFor = async (chosen: Slot): Promise<string | null> => {
    if (booked.current?.slot === chosen) return booked.current.appointmentId;
    const done = await book.run(bookingOf(contact, chosen));
    if (!done) {
      // Somebody was quicker: the next ones are offered.
      await queryClient.invalidateQueries({ queryKey: orpc.appointments.freeSlots.key() });
      return null;
    }
    booked.current = { slot: chosen, appointmentId: done.appointmentId };
    showUndoable({
      text: t('wrapUp.didBook', { day: formats.shortDate(chosen.day), from: chosen.from }),
      undo: async () =>
        (await undoBooking.run({ appointmentId: done.appointmentId, revision: done.revision })) !== null,
    });
    return done.appointmentId;
  };
  const wrapUp = async () => {
    setPending(true);
    try {
      await settled();
      const appointmentId = slot ? await appointmentFor(slot) : null;
      if (slot && appointmentId === null) return;
      const printed = await client.steps.sheet({ contactId: contact.id, language, appointmentId, planned: null });
      await printHtml(printed.html, t('wrapUp.title'));
      await handOut.run({ contactId: contact.id, language: printed.language, appointmentId });
      await onFinish();
      onClose();
    } catch (error) {
      showNotice({ kind: 'error', text: faultText(faultOf(error)) });
    } finally {
      setPending(false);
    }
  };
  return { sheet, wrapUp, pending };
}

const MOST_TOPICS = 8;

/** Another talk of the same matter, for the same person or for somebody without a name. */
function bookingOf(contact: ContactView, slot: Slot) {
  return {
    kind: 'talk' as const,
    day: slot.day,
    from: slot.from,
    minutes: slot.minutes,
    place: slot.place,
    outpostId: slot.outpostId,
    travelMinutes: 0,
    language: contact.spoken,
    topics: contact.topics.map(({ topic }) => topic).slice(0, MOST_TOPICS),
    staffIds: slot.staffIds.slice(0, 1),
    personIds: contact.person ? [contact.person.id] : [],
    interpreterId: null,
    seats: 1,
    unnamed: contact.person ? 0 : 1,
    partnerId: null,
    reach: '',
    note: '',
    requestedOn: null,
    despiteWarnings: false,
  };
}
