import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };
import { readPageFiles } from '../../shared/node/page-files.ts';
import { createOffice } from '../office/office.ts';
import { serveShell } from './desktop/serve-shell.ts';
import type { ShellPort } from './desktop/shell-port.ts';
import { createLogFile } from './log-file.ts';
import { passphraseCost } from './passphrase-cost.ts';
import { fontFaceCss } from './printing/font-face-css.ts';
import { startTraining } from './start-training.ts';

/** The entry of the process that the desktop shell forks. It is plain Node: only its line to the shell is Electron's. */
const { parentPort } = process as NodeJS.Process & {
  // Electron adds it to processes forked by utilityProcess; Node's own types do not know it.
  parentPort?: ShellPort;
};
if (!parentPort) throw new Error('The office process is started by the desktop shell');

serveShell({
  shell: parentPort,
  createOffice: (offered) =>
    createOffice({
      ...offered,
      log: createLogFile(offered.dataFolder, offered.clock),
      passphraseCost: passphraseCost(process.env['TANDEM_TEST_PASSPHRASE_COST']),
      // The same two steps up from this source's folder and from the bundle in dist/hosts.
      fontFaceCss: fontFaceCss(fileURLToPath(new URL('../../resources/fonts', import.meta.url))),
      programVersion: packageFile.version,
    }),
  startTraining,
  // Beside the bundle in dist/hosts.
  loadScreenFiles: () => readPageFiles(fileURLToPath(new URL('../renderer', import.meta.url))),
  exit: (code) => process.exit(code),
});
