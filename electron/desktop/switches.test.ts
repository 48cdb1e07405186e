import { expect, test, vi } from 'vitest';
import { cutOffNetwork, isStartedUnsafely, REFUSED_SWITCHES } from './switches.ts';

function appWith(isPackaged: boolean, ...names: string[]) {
  return { isPackaged, commandLine: { hasSwitch: (name: string) => names.includes(name) } };
}

test.each(REFUSED_SWITCHES)('the installed program does not start with --%s', (name) => {
  expect(isStartedUnsafely(appWith(true, name))).toBe(true);
  expect(isStartedUnsafely(appWith(false, name))).toBe(false);
});

test('the doors for other programs are in the list', () => {
  for (const name of [
    'remote-debugging-port',
    'remote-debugging-pipe',
    'disable-web-security',
    'load-extension',
    'js-flags',
  ]) {
    expect(REFUSED_SWITCHES).toContain(name);
  }
});

test('it starts without switches, and as root', () => {
  expect(isStartedUnsafely(appWith(true))).toBe(false);
  expect(isStartedUnsafely(appWith(true, 'no-sandbox'))).toBe(false);
});

test('no name and no address leads off this computer', () => {
  const appendSwitch = vi.fn<(...values: unknown[]) => void>();
  cutOffNetwork({ appendSwitch });
  expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    expect(appendSwitch).toHaveBeenCalledWith(name);
  }
});
