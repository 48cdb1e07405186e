import type { LiveQueue } from '../../shared/waiting-time/forecast.ts';
import type { OfficeModel } from '../../shared/waiting-time/office-model.ts';
import type { PastTicket } from '../../shared/waiting-time/past-ticket.ts';

/**
 * The estimate of ZMS, the counter system of Berlin and Munich (it-at-m/eappointment): (position + 1) × mean handling
 * time ÷ counters, minutes. The position is among those who wait, by rank (urgent, appointments, walk-ins) and arrival;
 * the mean is that of the office's past; the counters are those that have called today, all of the past before any has.
 */
export function zmsMinutes(model: OfficeModel, { today, nowMs }: LiveQueue, target: PastTicket): number {
  const rank = (one: PastTicket) => (one.urgent ? 1 : one.kind === 'appointment' ? 2 : 3);
  const position = today.filter(
    (one) =>
      one !== target &&
      one.calledAtMs === null &&
      (one.leftAtMs === null || one.leftAtMs > nowMs) &&
      rank(one) <= rank(target),
  ).length;
  const seen = new Set(today.flatMap(({ server }) => server ?? []));
  const counters = Math.max(1, seen.size > 0 ? seen.size : model.habits.servers.length);
  return ((position + 1) * (model.times.meanMs / 60_000)) / counters;
}
