import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { rightsOf } from '../../shared/access/rights.ts';
import { SMALL_STAFF, type SmallStaff, setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import { type AnyProcedure, allProcedures, outcomeOf } from './procedures.ts';

type Caller = SmallStaff | 'nobody' | 'locked';
const CALLERS: readonly Caller[] = [
  'nobody',
  'locked',
  'city',
  'cityColleague',
  'partner',
  'partnerLead',
  'administrator',
  'partnerAdministrator',
];
/** After these, the connection's session is another one or gone. */
const ENDS_SESSION: ReadonlySet<string> = new Set([
  'access.signIn',
  'access.lock',
  'access.changePassphrase',
  'office.restoreSnapshot',
]);
/** After these, a wrong passphrase makes everybody wait for a while. */
const PAUSES: ReadonlySet<string> = new Set([
  'access.signIn',
  'access.changePassphrase',
  'access.resetPassphrase',
  'office.restoreSnapshot',
]);
const ECHO = 'never-to-be-echoed';

let host: TestHost;
let nowMs = Date.parse('2026-11-23T08:00:00.000Z');
const connections = new Map<Caller, DeskConnection>();

beforeAll(async () => {
  host = await startTestHost({ clock: 'driven', clockStart: new Date(nowMs).toISOString() });
  await setUpSmallOffice(host);
}, 60_000);
afterAll(() => host.remove());

/** The caller's connection, entered anew where the last call ended its session. */
async function connectionOf(caller: Caller): Promise<DeskConnection> {
  const known = connections.get(caller);
  if (known) return known;
  const connection = isStaff(caller)
    ? await signInAs(host, caller, { keepReceived: true })
    : await strangersConnection(caller);
  connections.set(caller, connection);
  return connection;
}

async function strangersConnection(caller: 'nobody' | 'locked'): Promise<DeskConnection> {
  if (caller === 'nobody') return await host.connect({ keepReceived: true });
  const connection = await signInAs(host, 'city', { keepReceived: true });
  await connection.client.access.lock({});
  return connection;
}

function isStaff(caller: Caller): caller is SmallStaff {
  return Object.hasOwn(SMALL_STAFF, caller);
}

/** Calls as this caller; a wrong passphrase's pause is over before the next call. */
async function outcomeAs(caller: Caller, procedure: AnyProcedure, input: unknown): Promise<string> {
  const connection = await connectionOf(caller);
  const outcome = await outcomeOf(procedure.call(connection.client, input));
  if (PAUSES.has(procedure.name)) {
    // Far from the night's run, which would answer some of the calls by itself.
    nowMs += 120_000;
    await host.process.moveClock(new Date(nowMs).toISOString());
  }
  if (ENDS_SESSION.has(procedure.name)) {
    await connection.close();
    connections.delete(caller);
  }
  return outcome;
}

/** What stands between this caller and the procedure; null: nothing. Everybody here calls from a desk. */
function barrierFor(caller: Caller, { meta }: AnyProcedure): 'NOT_FOUND' | 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  const { right, from } = meta.access;
  if (!from.includes('desk') || right === 'paired') return 'NOT_FOUND';
  if (right === 'public') return null;
  if (!isStaff(caller)) return 'UNAUTHENTICATED';
  return right === 'signed-in' || rightsOf(SMALL_STAFF[caller].roles).has(right) ? null : 'FORBIDDEN';
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return `${rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

test('access is decided before the input is looked at, and nothing of the input comes back', async () => {
  const nonsense = { [ECHO]: ECHO, requestId: ECHO, id: [ECHO] };
  for (const procedure of allProcedures) {
    for (const caller of CALLERS) {
      const outcome = await outcomeAs(caller, procedure, nonsense);
      const expected = barrierFor(caller, procedure) ?? 'INVALID_INPUT';
      expect(`${procedure.name} as ${caller}: ${outcome.split(' ')[0]}`).toBe(
        `${procedure.name} as ${caller}: ${expected}`,
      );
    }
  }
  for (const { received } of connections.values()) expect(received.join('\n')).not.toContain(ECHO);
}, 300_000);

test('what every caller gets from every procedure', async () => {
  const rows: string[][] = [['procedure', ...CALLERS]];
  for (const procedure of allProcedures) {
    const outcomes: string[] = [];
    for (const caller of CALLERS) outcomes.push(await outcomeAs(caller, procedure, procedure.sample()));
    rows.push([procedure.name, ...outcomes]);
  }
  const broken = rows.filter((row) => row.some((outcome) => outcome.startsWith('INTERNAL')));
  expect(broken.map(([procedure]) => procedure)).toEqual([]);
  await expect(tableOf(rows)).toMatchFileSnapshot('access-table.txt');
}, 300_000);
