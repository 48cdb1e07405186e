import { LEAVING_REASONS, PARKING_REASONS } from '../../shared/queue/ticket.rules.ts';

export type ParkingReason = (typeof PARKING_REASONS)[number];
export type LeavingReason = (typeof LEAVING_REASONS)[number];

export function isParkingReason(reason: string | null): reason is ParkingReason {
  return PARKING_REASONS.some((known) => known === reason);
}

export function isLeavingReason(reason: string | null): reason is LeavingReason {
  return LEAVING_REASONS.some((known) => known === reason);
}
