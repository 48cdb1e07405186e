// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { forgetNotices, showUndoable, undoNewest } from './notice-store.ts';

beforeEach(forgetNotices);

test('undo takes back the newest first, one at a time', async () => {
  const undone: string[] = [];
  const undoable = (text: string) => ({
    text,
    undo: async () => {
      undone.push(text);
      return true;
    },
  });
  showUndoable(undoable('first'));
  showUndoable(undoable('second'));
  await undoNewest((text) => text);
  expect(undone).toEqual(['second']);
  await undoNewest((text) => text);
  await undoNewest((text) => text);
  expect(undone).toEqual(['second', 'first']);
});

test('after a lock nobody takes back what the person before did', async () => {
  let undone = 0;
  showUndoable({
    text: 'call',
    undo: async () => {
      undone += 1;
      return true;
    },
  });
  forgetNotices();
  await undoNewest((text) => text);
  expect(undone).toBe(0);
});
