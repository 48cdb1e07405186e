import { minutesOfDay } from '../../../shared/appointments/wall-time.rules.ts';

/** The part of the day that a grid shows, in minutes from midnight, whole hours. */
export interface TimeScale {
  from: number;
  to: number;
}

/** Offices work then; the grid shows it also on an empty day. */
const USUAL: TimeScale = { from: 9 * 60, to: 17 * 60 };

/** A scale on which all these times have their place, whole hours, never less than the usual working day. */
export function scaleFor(times: readonly { from: string; to: string }[]): TimeScale {
  const begins = times.map(({ from }) => minutesOfDay(from));
  const ends = times.map((time) => endOfDay(time));
  return {
    from: Math.floor(Math.min(USUAL.from, ...begins) / 60) * 60,
    to: Math.ceil(Math.max(USUAL.to, ...ends) / 60) * 60,
  };
}

/** The end in minutes; what goes on after midnight ends with the day here. */
function endOfDay({ from, to }: { from: string; to: string }): number {
  return minutesOfDay(to) <= minutesOfDay(from) ? 24 * 60 : minutesOfDay(to);
}

/** Where a time lies on the scale, in percent of its height. */
export function placeOn(scale: TimeScale, time: { from: string; to: string }): { top: number; height: number } {
  const length = scale.to - scale.from;
  const begin = minutesOfDay(time.from);
  return {
    top: ((begin - scale.from) / length) * 100,
    height: ((endOfDay(time) - begin) / length) * 100,
  };
}

/** The full hours of a scale, for the lines. */
export function hoursOf({ from, to }: TimeScale): number[] {
  return Array.from({ length: (to - from) / 60 }, (_, index) => from + index * 60);
}
