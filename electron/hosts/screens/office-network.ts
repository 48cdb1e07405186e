import { hostname, networkInterfaces } from 'node:os';

/** Addresses that no router passes on: this computer, and the networks of homes and offices (RFC 1918, RFC 3927). */
const LOCAL = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^169\.254\./];

/**
 * Whether an IPv4 address (also written as one of IPv6) is this computer's, one that no router passes on, or of a
 * network that this computer itself is in: some towns use public addresses inside.
 */
export function isOfficeAddress(address: string, own: readonly OwnAddress[] = ownNetworks()): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return LOCAL.some((pattern) => pattern.test(plain)) || own.some((network) => isWithin(plain, network));
}

interface OwnAddress {
  address: string;
  netmask: string;
}

function ownNetworks(): OwnAddress[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
}

function isWithin(address: string, network: OwnAddress): boolean {
  const mask = bitsOf(network.netmask);
  const [theirs, ours] = [bitsOf(address), bitsOf(network.address)];
  if (mask === null || theirs === null || ours === null) return false;
  // A mask of zero would let the whole world in.
  return mask !== 0 && (theirs & mask) >>> 0 === (ours & mask) >>> 0;
}

function bitsOf(address: string): number | null {
  const bytes = address.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return null;
  return bytes.reduce((bits, byte) => ((bits << 8) | byte) >>> 0, 0);
}

/** This computer's IPv4 addresses on the office network, in the system's order; without a network its own alone. */
export function ownAddresses(): string[] {
  const addresses = ownNetworks().map(({ address }) => address);
  return addresses.length > 0 ? addresses : ['127.0.0.1'];
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
