import { join, resolve } from 'node:path';

/**
 * Where the office's files lie: `TANDEM_DATA`, or the place that the operating system keeps for a program's data. The
 * browser host looks in the same place, so that both open the same office.
 */
export function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (env['TANDEM_DATA']) return resolve(env['TANDEM_DATA']);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tandem');
  // Local, not roaming: a database that Windows copies between computers at sign-in would be damaged or doubled.
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Tandem');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'tandem');
}

/** What belongs to this computer's window and not to the office: Chromium's profile, the window's place, the printer. */
export function shellFolder(officeFolder: string): string {
  return join(officeFolder, 'shell');
}
