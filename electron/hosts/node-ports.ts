import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };
import type { Clock, Ports } from '../office/ports.ts';
import { createLogFile } from './log-file.ts';
import { passphraseCost } from './passphrase-cost.ts';
import { createChromiumPrinter } from './printing/chromium-printer.ts';
import { fontFaceCss } from './printing/font-face-css.ts';

/** What plain Node offers the office. There is no keychain here, so somebody types a passphrase after each start. */
export function createNodePorts(dataFolder: string, clock: Clock, beside: Pick<Ports, 'screenHost'> = {}): Ports {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return {
    clock,
    dataFolder,
    printer: createChromiumPrinter(),
    keychain: null,
    ...beside,
    log: createLogFile(dataFolder, clock),
    passphraseCost: passphraseCost(process.env['TANDEM_TEST_PASSPHRASE_COST']),
    // The same two steps up from this source and from the bundle in dist/hosts.
    fontFaceCss: fontFaceCss(fileURLToPath(new URL('../../resources/fonts', import.meta.url))),
    programVersion: packageFile.version,
  };
}
