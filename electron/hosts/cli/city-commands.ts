import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const CITY = fileURLToPath(new URL('../../../city/', import.meta.url));

/** The city's side of the demonstration: its own program, in processes of its own, on folders of its own. */
export interface City {
  readonly recipient: string;
  readonly receiptKeyPem: string;
  /** Enrols the office's public signing key. */
  enroll(office: string, publicKeyFile: string): Promise<void>;
  /** Receives what lies in the inbox; receipts go there too. Resolves to the verdict on each bundle. */
  receive(inbox: string): Promise<CityVerdict[]>;
  /** How many rows of each record its database holds; records without rows are left out. */
  countRecords(): Promise<Record<string, number>>;
}

export const CityVerdict = z.looseObject({ file: z.string(), verdict: z.string(), code: z.string().nullable() });
export type CityVerdict = z.infer<typeof CityVerdict>;

const Counts = z.record(z.string(), z.int());

/** Makes the city's keys in `<folder>/keys`. Throws with what the city's program said when it fails. */
export async function initCity(folder: string, recipientKind: 'hybrid' | 'x25519'): Promise<City> {
  const keys = join(folder, 'keys');
  const database = join(folder, 'database');
  const city = (...parameters: string[]) => runNode([join(CITY, 'main.ts'), ...parameters]);
  await city('init', '--keys', keys, '--recipient', recipientKind);
  return {
    recipient: readFileSync(join(keys, 'city.recipient'), 'utf8').trim(),
    receiptKeyPem: readFileSync(join(keys, 'receipt.pub.pem'), 'utf8'),
    async enroll(office, publicKeyFile) {
      await city('enroll', office, publicKeyFile, '--keys', keys);
    },
    async receive(inbox) {
      const output = await city('receive', inbox, '--database', database, '--keys', keys, '--json');
      return output
        .split('\n')
        .filter(Boolean)
        .map((line) => CityVerdict.parse(JSON.parse(line)));
    },
    async countRecords() {
      // The city publishes figures with small cells suppressed only; the exact ones are its own, and asked in its own process.
      const source = `const { countRecords } = await import(process.argv[1]); console.log(JSON.stringify(await countRecords({ database: process.argv[2] })));`;
      const output = await runNode([
        '--input-type=module',
        '--eval',
        source,
        new URL('../../../city/count-records.ts', import.meta.url).href,
        database,
      ]);
      const counts = Object.entries(Counts.parse(JSON.parse(output)));
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    },
  };
}

function runNode(parameters: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`The city's program failed: ${errors.trim()}`)),
    );
  });
}
