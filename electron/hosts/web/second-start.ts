import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { equalBytes, sha256Hex } from '../../../shared/node/crypto.ts';
import type { DeskAccess } from './one-time-token.ts';
import { newSecret } from './one-time-token.ts';

const PATH = '/second-start';
const Address = z.strictObject({ authority: z.string().regex(/^127\.0\.0\.1:\d{1,5}$/), secret: z.string().min(40) });

/** What a second start is told: the window came to the front, or else the address that opens one. */
export const SecondStartAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('brought-to-front') }),
  z.strictObject({ outcome: z.literal('open'), url: z.string() }),
]);
export type SecondStartAnswer = z.infer<typeof SecondStartAnswer>;

export interface SecondStartService {
  /** Answers the request if it is a second start's; false when it is another. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Says where this host is found, in a file that only its owner can read. */
  publish(authority: string): void;
  withdraw(): void;
}

/**
 * Lets a second start on the same data folder find the first. `bringToFront` resolves to whether a window came to the
 * front; there is none when the host only serves an address.
 */
export function createSecondStartService(
  dataFolder: string,
  access: DeskAccess,
  bringToFront: () => Promise<boolean>,
): SecondStartService {
  const file = addressFile(dataFolder);
  const secret = newSecret();
  let authority = '';

  async function reply(response: ServerResponse): Promise<void> {
    const answer: SecondStartAnswer = (await bringToFront())
      ? { outcome: 'brought-to-front' }
      : { outcome: 'open', url: `http://${authority}/desk/?token=${access.issueToken()}` };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer));
  }

  return {
    answer(request, response) {
      if (request.url !== PATH) return false;
      if (request.method !== 'POST' || !carriesSecret(request, secret)) {
        response.writeHead(403).end();
        return true;
      }
      reply(response).catch(() => response.writeHead(500).end());
      return true;
    },
    publish(newAuthority) {
      authority = newAuthority;
      writeFileSync(`${file}.new`, JSON.stringify({ authority, secret }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    withdraw() {
      rmSync(file, { force: true });
    },
  };
}

/**
 * Asks the host that holds the data folder to come to the front. The host may just be starting, so it is asked again
 * for up to `patienceMs`. Null: it did not answer.
 */
export async function askFirstHost(dataFolder: string, patienceMs = 8_000): Promise<SecondStartAnswer | null> {
  for (let leftMs = patienceMs; leftMs > 0; leftMs -= 200) {
    try {
      const { authority, secret } = Address.parse(JSON.parse(readFileSync(addressFile(dataFolder), 'utf8')));
      const response = await fetch(`http://${authority}${PATH}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}` },
        signal: AbortSignal.timeout(5_000),
      });
      if (response.ok) return SecondStartAnswer.parse(await response.json());
    } catch {
      // Not there yet, or of a host that has ended: both are over in a moment.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}

function addressFile(dataFolder: string): string {
  return join(dataFolder, 'host.json');
}

function carriesSecret(request: IncomingMessage, secret: string): boolean {
  const digestOf = (text: string) => Buffer.from(sha256Hex(text), 'hex');
  return equalBytes(digestOf(request.headers.authorization ?? ''), digestOf(`Bearer ${secret}`));
}
