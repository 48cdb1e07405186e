import { useQuery } from '@tanstack/react-query';
import { useOutposts } from '../../appointments/booking/use-outposts.ts';
import { orpc } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';

/** The appointment that was booked in this talk; null for none, or once it was taken back or called off. */
export function useBooked(appointmentId: string | null) {
  const asked = useQuery({
    ...orpc.appointments.get.queryOptions({ input: { appointmentId: appointmentId ?? '' } }),
    enabled: appointmentId !== null,
  });
  const outposts = useOutposts();
  const appointment = appointmentId === null ? undefined : asked.data?.appointment;
  // A slip that is taken back leaves nothing behind; the answer from before stays in the query.
  const isGone = asked.error !== null && faultOf(asked.error).code === 'NOT_FOUND';
  const stands = !isGone && (appointment === undefined || appointment.status === 'booked');
  const outpost = outposts.find(({ id }) => id === appointment?.outpostId);
  return {
    /** Known as soon as it is booked, before it can be shown. */
    bookedId: stands ? appointmentId : null,
    booked: stands && appointment ? { ...appointment, outpostName: outpost?.name ?? null } : null,
  };
}
