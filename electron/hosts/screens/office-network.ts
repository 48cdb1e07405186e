import { hostname, networkInterfaces } from 'node:os';

/** Addresses that no router passes on: this computer, and the networks of homes and offices (RFC 1918, RFC 3927). */
const LOCAL = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^169\.254\./];

/** Whether an IPv4 address (also written as one of IPv6) belongs to this computer or to a network of its own kind. */
export function isOfficeAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return LOCAL.some((pattern) => pattern.test(plain));
}

/** This computer's IPv4 addresses on the office network, in the system's order. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isOfficeAddress(address))
    .map(({ address }) => address);
}

/**
 * Whether the Host header of a request names this computer: by the address that it came in at, or by the computer's own
 * name.
 *
 * Security: any other name may be a stranger's page that lets its name point here (DNS rebinding).
 */
export function namesThisComputer(host: string | undefined, localAddress: string | undefined, port: number): boolean {
  if (host === undefined || localAddress === undefined) return false;
  const name = hostname().toLowerCase();
  const names = [
    localAddress.replace(/^::ffff:/, ''),
    name,
    `${name}.local`,
    `${name}.fritz.box`,
    `${name}.speedport.ip`,
  ];
  return names.some((own) => host.toLowerCase() === `${own}:${port}`);
}
