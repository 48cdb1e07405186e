import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftSaver, type Draft, type DraftStatus } from './draft-saver.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const draft = (text: string): Draft => ({ text, level: 'V2' });

function saverWith(save: (draft: Draft) => Promise<string>) {
  const told: DraftStatus[] = [];
  return {
    told,
    saver: createDraftSaver({
      save,
      onStatus: (status) => told.push(status),
      pauseMs: 500,
      atLeastEveryMs: 1500,
      retryMs: 2000,
    }),
  };
}

test('is saved within a second after the last key, once, and says so only then', async () => {
  const saved: string[] = [];
  const { saver, told } = saverWith(async ({ text }) => {
    saved.push(text);
    return '2025-11-21T09:00:00.000Z';
  });
  saver.changed(draft('K'));
  saver.changed(draft('Ki'));
  expect(told.at(-1)).toEqual({ kind: 'unsaved' });
  await vi.advanceTimersByTimeAsync(600);
  expect(saved).toEqual(['Ki']);
  expect(told.at(-1)).toEqual({ kind: 'saved', savedAt: '2025-11-21T09:00:00.000Z' });
});

test('somebody who never pauses is saved all the same', async () => {
  const saved: string[] = [];
  const { saver } = saverWith(async ({ text }) => {
    saved.push(text);
    return 'now';
  });
  for (let second = 0; second < 20; second += 1) {
    saver.changed(draft('x'.repeat(second + 1)));
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(saved.length).toBeGreaterThanOrEqual(2);
});

test('what is typed while a save is on its way is not called saved and follows after it', async () => {
  const arrived: string[] = [];
  const { saver, told } = saverWith(async ({ text }) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    arrived.push(text);
    return `at ${text}`;
  });
  saver.changed(draft('one'));
  await vi.advanceTimersByTimeAsync(600);
  saver.changed(draft('two'));
  await vi.advanceTimersByTimeAsync(950);
  expect(told.some((status) => status.kind === 'saved')).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(arrived).toEqual(['one', 'two']);
  expect(told.at(-1)).toEqual({ kind: 'saved', savedAt: 'at two' });
});

test('a failed save is said and tried again by itself, with the newest text', async () => {
  let failing = true;
  const arrived: string[] = [];
  const { saver, told } = saverWith(async ({ text }) => {
    if (failing) throw new Error('no line');
    arrived.push(text);
    return 'now';
  });
  saver.changed(draft('one'));
  await vi.advanceTimersByTimeAsync(600);
  expect(told.at(-1)).toEqual({ kind: 'failed' });
  failing = false;
  await vi.advanceTimersByTimeAsync(2500);
  expect(arrived).toEqual(['one']);
  expect(told.at(-1)?.kind).toBe('saved');
});

test('after the note was written nothing is saved behind it', async () => {
  const arrived: string[] = [];
  const { saver, told } = saverWith(async ({ text }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    arrived.push(text);
    return 'now';
  });
  saver.changed(draft('one'));
  await vi.advanceTimersByTimeAsync(550);
  saver.changed(draft('two'));
  const dropped = saver.drop();
  await vi.advanceTimersByTimeAsync(5000);
  await dropped;
  expect(arrived).toEqual(['one']);
  expect(told.at(-1)).toEqual({ kind: 'nothing' });
});
