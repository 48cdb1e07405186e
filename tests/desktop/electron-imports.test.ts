import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../build/project.ts';

// The number in brackets is the point of Electron's security checklist (docs/electron-checklist.md).

/** Each file that imports `electron` itself, not only its types, with what it imports. */
function imports(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const folder of ['electron', 'shared', 'renderer', 'build', 'city']) {
    for (const name of readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
      const source = readFileSync(join(PROJECT, path), 'utf8');
      if (/(?:import\(|require\()\s*['"]electron['"]/.test(source)) found[path] = ['<as a whole>'];
      const names = /^import \{([^}]*)\} from 'electron'/m.exec(source)?.[1];
      if (names) found[path] = names.split(',').flatMap((each) => each.trim() || []);
    }
  }
  return found;
}

test('[15, 20] two files take something from Electron, and neither takes what opens, reads or sends', () => {
  expect(imports()).toEqual({
    'electron/desktop/main.ts': [
      'app',
      'BrowserWindow',
      'dialog',
      'ipcMain',
      'Menu',
      'MessageChannelMain',
      'powerMonitor',
      'protocol',
      'safeStorage',
      'screen',
      'session',
      'utilityProcess',
    ],
    'electron/preload/preload.ts': ['contextBridge', 'ipcRenderer'],
  });
});
