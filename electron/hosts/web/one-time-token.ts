import { equalBytes, randomKey, sha256Hex } from '../../../shared/node/crypto.ts';

/** How long an unused token opens the desk. */
const TOKEN_LIFE_MS = 60 * 60 * 1000;
/** More than this many windows of one desk are a mistake; the oldest then has to be opened again. */
const MOST_COOKIES = 32;

/** Who may see the desk over HTTP: whoever brought a one-time token and holds the cookie it was exchanged for. */
export interface DeskAccess {
  /** A new token, good for one exchange within an hour. */
  issueToken(): string;
  /** The cookie's value in exchange for a token; null when the token is unknown, used or too old. */
  redeem(token: string): string | null;
  /** Whether the cookie's value is one that was given out. */
  admits(cookie: string): boolean;
}

/** Nothing of it is kept on disk: with the host's end, all tokens and cookies are void. */
export function createDeskAccess(monotonicMs: () => number = () => performance.now()): DeskAccess {
  // Security: only digests are compared, each of the same length and in constant time.
  const tokens: { digest: Buffer; issuedAtMs: number }[] = [];
  const cookies: Buffer[] = [];
  return {
    issueToken() {
      const token = newSecret();
      tokens.push({ digest: digestOf(token), issuedAtMs: monotonicMs() });
      return token;
    },
    redeem(token) {
      const digest = digestOf(token);
      const index = tokens.findIndex((known) => equalBytes(known.digest, digest));
      const [known] = index < 0 ? [] : tokens.splice(index, 1);
      if (!known || monotonicMs() - known.issuedAtMs > TOKEN_LIFE_MS) return null;
      const cookie = newSecret();
      cookies.push(digestOf(cookie));
      if (cookies.length > MOST_COOKIES) cookies.shift();
      return cookie;
    },
    admits(cookie) {
      const digest = digestOf(cookie);
      return cookies.some((known) => equalBytes(known, digest));
    },
  };
}

/** 256 random bits that can stand in an address. */
export function newSecret(): string {
  return Buffer.from(randomKey()).toString('base64url');
}

function digestOf(secret: string): Buffer {
  return Buffer.from(sha256Hex(secret), 'hex');
}
