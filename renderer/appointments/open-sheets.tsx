import { lazy, Suspense } from 'react';
import { closeAppointmentSheet, useAppointmentSheet } from './appointment-sheets.ts';

const BookingSheet = lazy(() => import('./booking/booking-sheet.tsx'));
const AppointmentSheet = lazy(() => import('./sheet/appointment-sheet.tsx'));

/** The sheets of appointments, which open over every screen. */
export function AppointmentSheets() {
  const opened = useAppointmentSheet();
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
