import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { CallView } from '../../shared/screens/screens.contract.ts';
import { createAnnouncer, type Speak } from './announcer.ts';

const NOW = '2026-11-23T09:00:30.000Z';

function call(number: number, more: Partial<CallView> = {}): CallView {
  return {
    key: `${number}-2`,
    number,
    label: `A ${number}`,
    desk: 1,
    languages: ['de'],
    calledAt: '2026-11-23T09:00:29.000Z',
    repetition: 0,
    active: true,
    ...more,
  };
}

/** A voice that says what it is told to, and is done when the test says so. */
function voice() {
  const said: string[] = [];
  let speaking = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const speak: Speak = (spoken, signal) => {
    said.push(spoken.key);
    speaking += 1;
    most = Math.max(most, speaking);
    return new Promise((resolve) => {
      const over = (): void => {
        speaking -= 1;
        resolve();
      };
      finish.push(over);
      signal.addEventListener('abort', () => {
        finish.splice(finish.indexOf(over), 1);
        over();
      });
    });
  };
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return {
    speak,
    said,
    most: () => most,
    async finishOne() {
      finish.shift()?.();
      await settle();
    },
    settle,
  };
}

describe('announcements', () => {
  it('never overlap: the next waits for the one before', async () => {
    const { speak, said, most, finishOne } = voice();
    const announcer = createAnnouncer(speak);
    announcer.show([call(2, { calledAt: '2026-11-23T09:00:29.500Z' }), call(1)], NOW);
    expect(said).toEqual(['1-2']);
    await finishOne();
    expect(said).toEqual(['1-2', '2-2']);
    expect(most()).toBe(1);
  });

  it('never overlap, whatever comes when', async () => {
    const step = fc.oneof(
      fc.record({ show: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }) }),
      fc.constant('finish' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { speak, said, most, finishOne, settle } = voice();
        const announcer = createAnnouncer(speak);
        for (const one of steps) {
          if (one === 'finish') await finishOne();
          else
            announcer.show(
              one.show.map((number) => call(number)),
              NOW,
            );
          await settle();
        }
        expect(most()).toBeLessThanOrEqual(1);
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 40 },
    );
  });

  it('tell each call once, a repeated one again', async () => {
    const { speak, said, finishOne } = voice();
    const announcer = createAnnouncer(speak);
    announcer.show([call(1)], NOW);
    announcer.show([call(1)], NOW);
    await finishOne();
    announcer.show([call(1, { key: '1-3', repetition: 1 })], NOW);
    expect(said).toEqual(['1-2', '1-3']);
  });

  it('leave out who has come before their turn, and fall silent for who comes meanwhile', async () => {
    const { speak, said, settle } = voice();
    const announcer = createAnnouncer(speak);
    announcer.show([call(1), call(2), call(3)], NOW);
    announcer.show([call(1, { active: false }), call(3)], NOW);
    await settle();
    expect(said).toEqual(['1-2', '3-2']);
    expect(announcer.speaking()?.number).toBe(3);
  });

  it('do not repeat on a screen that was just switched on what was called before', () => {
    const { speak, said } = voice();
    createAnnouncer(speak).show([call(1, { calledAt: '2026-11-23T08:40:00.000Z' }), call(2)], NOW);
    expect(said).toEqual(['2-2']);
  });

  it('go on when one can’t be heard', async () => {
    const said: number[] = [];
    const announcer = createAnnouncer((spoken) => {
      said.push(spoken.number);
      return Promise.reject(new Error('no sound'));
    });
    announcer.show([call(1), call(2)], NOW);
    await vi.waitFor(() => expect(said).toEqual([1, 2]));
  });
});
