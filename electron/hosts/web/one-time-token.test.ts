import { expect, test } from 'vitest';
import { createDeskAccess } from './one-time-token.ts';

test('a token is exchanged once for a cookie that admits', () => {
  const access = createDeskAccess();
  const token = access.issueToken();
  const cookie = access.redeem(token);
  expect(cookie).toMatch(/^[\w-]{43}$/);
  expect(access.admits(cookie ?? '')).toBe(true);
  expect(access.redeem(token)).toBeNull();
});

test('a token does not admit by itself, nor does anything else', () => {
  const access = createDeskAccess();
  const token = access.issueToken();
  expect(access.admits(token)).toBe(false);
  expect(access.admits('')).toBe(false);
  expect(access.redeem('')).toBeNull();
  expect(access.redeem(`${token}x`)).toBeNull();
  expect(access.redeem(token)).not.toBeNull();
});

test('a token is void after an hour', () => {
  let nowMs = 0;
  const access = createDeskAccess(() => nowMs);
  const [early, late] = [access.issueToken(), access.issueToken()];
  nowMs = 60 * 60 * 1000;
  expect(access.redeem(early)).not.toBeNull();
  nowMs += 1;
  expect(access.redeem(late)).toBeNull();
});
