import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { isOfficeAddress, namesThisComputer } from './office-network.ts';

it.each([
  ['127.0.0.1', true],
  ['192.168.178.20', true],
  ['::ffff:10.1.2.3', true],
  ['172.16.0.9', true],
  ['172.32.0.9', false],
  ['8.8.8.8', false],
  ['100.64.0.1', false],
  ['192.169.1.1', false],
])('tells whether %s is of an office network', (address, expected) => {
  expect(isOfficeAddress(address, [])).toBe(expected);
});

it('counts a network with public addresses as the office’s own where this computer is in it', () => {
  const own = [{ address: '192.0.2.2', netmask: '255.255.255.0' }];
  expect(isOfficeAddress('::ffff:192.0.2.77', own)).toBe(true);
  expect(isOfficeAddress('192.0.3.77', own)).toBe(false);
  expect(isOfficeAddress('8.8.8.8', [{ address: '192.0.2.2', netmask: '0.0.0.0' }])).toBe(false);
});

it('knows this computer by address and name, with the port, and by nothing else', () => {
  expect(namesThisComputer('192.168.1.5:8017', '192.168.1.5', 8017)).toBe(true);
  expect(namesThisComputer('192.168.1.5:8017', '::ffff:192.168.1.5', 8017)).toBe(true);
  expect(namesThisComputer(`${hostname().toUpperCase()}:8017`, '192.168.1.5', 8017)).toBe(true);
  for (const stranger of ['192.168.1.5', '192.168.1.5:80', '192.168.1.6:8017', 'evil.example:8017', undefined])
    expect(namesThisComputer(stranger, '192.168.1.5', 8017)).toBe(false);
});
