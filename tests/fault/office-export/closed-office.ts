import { readKeyring } from '../../../electron/office/access/keyring.ts';
import { type Core, createCore } from '../../../electron/office/core.ts';
import { openOffice } from '../../../electron/office/office/open-office.ts';
import type { Ports } from '../../../electron/office/ports.ts';
import { drivenClock } from '../../../electron/office/testing/test-clock.ts';

/** What another process needs to open an office without anybody's passphrase. */
export interface ClosedOffice {
  dataFolder: string;
  dataKeyHex: string;
  now: string;
}

/** Opens an office that was closed, or whose process was killed. What it logs goes to `log`. */
export function openClosed(
  { dataFolder, dataKeyHex, now }: ClosedOffice,
  log: (code: string) => void = () => {},
): Core {
  const ports: Ports = {
    clock: drivenClock(now),
    dataFolder,
    printer: { printToPdf: () => Promise.reject(new Error('nothing is printed here')) },
    keychain: null,
    log: { write: ({ code }) => log(code) },
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
    fontFaceCss: '',
    programVersion: '1.0.0-test',
  };
  const core = createCore(ports);
  const keyring = readKeyring(dataFolder);
  if (!keyring) throw new Error('A test office has a keyring');
  openOffice(core, keyring, Buffer.from(dataKeyHex, 'hex'), null);
  return core;
}
