import { LEAVING_REASONS, PARKING_REASONS } from '../../shared/queue/ticket.rules.ts';

export type ParkingReason = (typeof PARKING_REASONS)[number];
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** Whether this is a reason for parking that the program knows. */
export function isParkingReason(reason: string | null): reason is ParkingReason {
  return PARKING_REASONS.some((known) => known === reason);
}

/** Whether this is a reason for leaving that the program knows. */
export function isLeavingReason(reason: string | null): reason is LeavingReason {
  return LEAVING_REASONS.some((known) => known === reason);
}
