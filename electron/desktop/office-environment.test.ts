import { expect, test } from 'vitest';
import { officeEnvironment } from './office-environment.ts';

test('nothing goes to the office that loads code into it or weakens it', () => {
  const env = {
    PATH: '/bin',
    TZ: 'Europe/Berlin',
    NODE_OPTIONS: '--require ./evil.cjs',
    NODE_EXTRA_CA_CERTS: '/evil.pem',
    node_path: '/evil',
    ELECTRON_RUN_AS_NODE: '1',
    TANDEM_TEST_PASSPHRASE_COST: '8,1,1',
    TANDEM_DATA: '/office',
    EMPTY: undefined,
  };
  expect(officeEnvironment(env)).toEqual({ PATH: '/bin', TZ: 'Europe/Berlin' });
});
