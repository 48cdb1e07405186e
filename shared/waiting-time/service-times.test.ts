import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './seeded.ts';
import { learnServiceTimes, type ServiceSample } from './service-times.ts';

const MINUTE = 60_000;
const talk = (minutes: number, more: Partial<ServiceSample> = {}): ServiceSample => ({
  server: 'anna',
  topics: ['kita'],
  language: 'de',
  durationMs: minutes * MINUTE,
  ...more,
});

/** The mean of many draws, minutes. */
function meanMinutes(
  times: ReturnType<typeof learnServiceTimes>,
  of: Partial<ServiceSample> = {},
  elapsed = 0,
): number {
  const uniform = seeded(1);
  const draws = Array.from({ length: 2000 }, () => times.remainingMs(talk(0, of), elapsed * MINUTE, uniform()));
  return draws.reduce((sum, one) => sum + one, 0) / draws.length / MINUTE;
}

/** Talks around a length, half of them a third shorter or longer. */
const around = (minutes: number, count: number, more: Partial<ServiceSample> = {}) =>
  Array.from({ length: count }, (_, index) => talk(minutes * (0.6 + (0.8 * (index % 9)) / 8), more));

describe('lengths of talks', () => {
  it('are about twelve minutes before anything is learned', () => {
    expect(meanMinutes(learnServiceTimes([]))).toBeGreaterThan(9);
    expect(meanMinutes(learnServiceTimes([]))).toBeLessThan(18);
  });

  it('are learned by topic', () => {
    const times = learnServiceTimes([...around(10, 60), ...around(30, 60, { topics: ['residence'] })]);
    expect(meanMinutes(times)).toBeCloseTo(10, -0.5);
    expect(meanMinutes(times, { topics: ['residence'] })).toBeGreaterThan(24);
  });

  it('are learned by who talks and in which language', () => {
    const times = learnServiceTimes([
      ...around(10, 50),
      ...around(20, 50, { server: 'cem' }),
      ...around(20, 50, { language: 'ar' }),
    ]);
    expect(meanMinutes(times, { server: 'cem' }) / meanMinutes(times)).toBeGreaterThan(1.4);
    expect(meanMinutes(times, { language: 'ar' }) / meanMinutes(times)).toBeGreaterThan(1.4);
  });

  it('are believed the less the fewer talks they rest on', () => {
    const many = learnServiceTimes([...around(10, 60), ...around(40, 30, { topics: ['residence'] })]);
    const one = learnServiceTimes([...around(10, 60), talk(40, { topics: ['residence'] })]);
    expect(meanMinutes(one, { topics: ['residence'] })).toBeLessThan(
      meanMinutes(many, { topics: ['residence'] }) * 0.6,
    );
  });

  it('of somebody unknown are those of the office', () => {
    const times = learnServiceTimes(around(10, 60));
    expect(meanMinutes(times, { server: 'new', topics: ['new'], language: 'new' })).toBeCloseTo(meanMinutes(times), 0);
  });
});

describe('the rest of a talk that goes on', () => {
  const times = learnServiceTimes(around(20, 90));

  it('is shorter the longer it has gone on, as long as that is usual', () => {
    expect(meanMinutes(times, {}, 10)).toBeLessThan(meanMinutes(times));
  });

  it('is not over because it has gone on longer than any before', () => {
    expect(meanMinutes(times, {}, 120)).toBeGreaterThan(5);
  });

  it('is never negative, and with a greater draw never shorter', () => {
    const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), share, share, (elapsed, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((one) =>
          times.remainingMs(talk(0), elapsed * MINUTE, one),
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low ?? 0);
      }),
    );
  });
});
