import { lazy, Suspense, useEffect } from 'react';
import { closeAppointmentSheet, openBooking, useAppointmentSheet } from './appointment-sheets.ts';
import { keptBooking } from './booking/kept-booking.ts';

const BookingSheet = lazy(() => import('./booking/booking-sheet.tsx'));
const AppointmentSheet = lazy(() => import('./sheet/appointment-sheet.tsx'));

/** The sheets of appointments, which open over every screen. */
export function AppointmentSheets() {
  const opened = useAppointmentSheet();
  // Half typed when the screen locked itself: it lies there again, for the same person.
  useEffect(() => {
    if (keptBooking() !== null) openBooking({});
  }, []);
  if (!opened) return null;
  return (
    <Suspense>
      {opened.sheet === 'booking' ? (
        <BookingSheet start={opened.start} onClose={closeAppointmentSheet} />
      ) : (
        <AppointmentSheet
          key={opened.appointmentId}
          appointmentId={opened.appointmentId}
          onClose={closeAppointmentSheet}
        />
      )}
    </Suspense>
  );
}
