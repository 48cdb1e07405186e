import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, shellFolder } from './data-folder.ts';

const HOME = join('/', 'home', 'x');

test.each([
  ['linux', {}, [HOME, '.local', 'share', 'tandem']],
  ['linux', { XDG_DATA_HOME: '/somewhere/share' }, ['/somewhere/share', 'tandem']],
  ['linux', { XDG_DATA_HOME: '' }, [HOME, '.local', 'share', 'tandem']],
  ['win32', { LOCALAPPDATA: 'C:/Users/x/AppData/Local' }, ['C:/Users/x/AppData/Local', 'Tandem']],
  ['win32', {}, [HOME, 'AppData', 'Local', 'Tandem']],
  ['darwin', {}, [HOME, 'Library', 'Application Support', 'Tandem']],
] as const)('the office lies where programs keep their data: %s, %j', (platform, env, path) => {
  expect(dataFolder(env, platform, HOME)).toBe(join(...path));
});

test('a folder that is named is taken', () => {
  expect(dataFolder({ TANDEM_DATA: 'relative/folder' }, 'linux', HOME)).toBe(resolve('relative/folder'));
});

test('what belongs to the window lies apart from the office', () => {
  expect(shellFolder('/office')).toBe(join('/office', 'shell'));
});
