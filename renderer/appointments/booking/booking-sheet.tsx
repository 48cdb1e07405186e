import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet.tsx';
import type { BookingStart } from '../appointment-sheets.ts';
import { Booked, type BookedAppointment } from './booked.tsx';
import { BookingForm } from './booking-form.tsx';
import { keepBooking } from './kept-booking.ts';

/** F8: a free slot, Enter, F8: booked. Then the card for whoever comes. */
export default function BookingSheet({ start, onClose }: { start: BookingStart; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const [booked, setBooked] = useState<BookedAppointment | null>(null);
  const close = () => {
    keepBooking(null);
    onClose();
  };
  return (
    <Sheet
      title={booked ? t('booked.title') : t('book')}
      onClose={close}
      size={booked ? '48rem' : '78rem'}
      closeOnClickOutside={booked !== null}
    >
      {booked ? (
        <Booked booked={booked} onClose={onClose} />
      ) : (
        <BookingForm
          start={start}
          onBooked={(appointment) => {
            start.onBooked?.(appointment.appointmentId);
            if (start.returns) onClose();
            else setBooked(appointment);
          }}
        />
      )}
    </Sheet>
  );
}
