import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder as dataFolderOfBrowserHost } from '../../build/data-folder.ts';
import { dataFolder, shellFolder } from './data-folder.ts';

test.each([
  ['linux', {}],
  ['linux', { XDG_DATA_HOME: '/somewhere/share' }],
  ['linux', { XDG_DATA_HOME: '' }],
  ['win32', { LOCALAPPDATA: 'C:/Users/x/AppData/Local' }],
  ['win32', {}],
  ['darwin', {}],
  ['linux', { TANDEM_DATA: 'relative/folder' }],
] as const)('both hosts open the same office: %s, %j', (platform, env) => {
  expect(dataFolder(env, platform, homedir())).toBe(dataFolderOfBrowserHost(env, platform));
});

test('a folder that is named is taken', () => {
  expect(dataFolder({ TANDEM_DATA: '/office' }, 'linux', '/home/x')).toBe(resolve('/office'));
  expect(dataFolder({}, 'linux', '/home/x')).toBe(join('/home/x', '.local', 'share', 'tandem'));
});

test('what belongs to the window lies apart from the office', () => {
  expect(shellFolder('/office')).toBe(join('/office', 'shell'));
});
