import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { enrollOffice, initCity } from '../../../city/city-keys.ts';
import { type CityDatabase, openCityDatabase, rowsOf } from '../../../city/database/city-database.ts';
import { receiveInbox } from '../../../city/receive-inbox.ts';
import type { ReportLine } from '../../../shared/bundle/records/report-records.ts';
import { type SampleBundle, sampleBundle, sampleContact, sampleId, sampleOffice } from './sample-bundle.ts';

/**
 * Bundles lost, doubled, damaged, reordered and received in any mixture, against a model of a few lines: a report counts
 * once everything before it has come or was given up, exactly once, in the order of the numbers.
 */
let folder = '';
let database: CityDatabase;
let recipient = '';
let runs = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedules-'));
  ({ recipient } = await initCity({ keys: join(folder, 'keys'), recipient: 'x25519' }));
  database = await openCityDatabase(join(folder, 'database'), { create: true });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** One night of the office: what it says of three contacts, or a bundle that is wrong inside and given up by the next. */
type Night = { valid: boolean; changes: ('put' | 'delete' | null)[] };
type Event = { do: 'deliver' | 'damage' | 'remove'; bundle: number } | { do: 'receive' };

const night: fc.Arbitrary<Night> = fc.record({
  valid: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  changes: fc.array(fc.constantFrom('put', 'delete', null), { minLength: 3, maxLength: 3 }),
});
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('deliver', 'damage', 'remove'), bundle: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receive' as const) }) },
);

async function write(office: ReturnType<typeof sampleOffice>, nights: readonly Night[]): Promise<SampleBundle[]> {
  const bundles: SampleBundle[] = [];
  for (const [at, { valid, changes }] of nights.entries()) {
    const contact = changes.flatMap((change, number): ReportLine<'contact'>[] => {
      if (change === null) return [];
      return change === 'put' ? [sampleContact(number, { minutes: at })] : [{ op: 'delete', id: sampleId(number) }];
    });
    bundles.push(
      await sampleBundle({
        office,
        recipients: [recipient],
        sequence: at + 1,
        previous: bundles.at(-1) ?? null,
        lines: { contact },
        supersedes: at > 0 && nights[at - 1]?.valid === false ? [at] : [],
        ...(valid ? {} : { alter: (entries) => entries.slice(0, -1) }),
      }),
    );
  }
  return bundles;
}

/** The numbers that came whole, and what follows from it. */
class Model {
  readonly #nights: readonly Night[];
  readonly #came = new Set<number>();

  constructor(nights: readonly Night[]) {
    this.#nights = nights;
  }

  came(sequence: number): void {
    this.#came.add(sequence);
  }

  /** A wrong bundle is settled by the next one, if that came and is right itself. */
  #isSettled(sequence: number): boolean {
    if (this.#came.has(sequence) && this.#nights[sequence - 1]?.valid === true) return true;
    return (
      this.#nights[sequence - 1]?.valid === false &&
      this.#came.has(sequence + 1) &&
      this.#nights[sequence]?.valid === true
    );
  }

  contiguous(): number {
    let last = 0;
    while (last < this.#nights.length && this.#isSettled(last + 1)) last += 1;
    return last;
  }

  /** id → minutes, of the contacts that the city has. */
  contacts(): Map<string, number> {
    const rows = new Map<string, number>();
    for (let sequence = 1; sequence <= this.contiguous(); sequence += 1) {
      const { valid, changes } = this.#nights[sequence - 1] ?? { valid: false, changes: [] };
      if (!valid) continue;
      for (const [number, change] of changes.entries()) {
        if (change === 'put') rows.set(sampleId(number), sequence - 1);
        if (change === 'delete') rows.delete(sampleId(number));
      }
    }
    return rows;
  }
}

test('each gap is named, each effect is there exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(night, { minLength: 2, maxLength: 5 }),
      fc.array(event, { maxLength: 14 }),
      async (nights, events) => {
        runs += 1;
        const office = sampleOffice(`run-${runs}`);
        const inbox = join(folder, `inbox-${runs}`);
        await mkdir(inbox);
        await enrollOffice({ keys: join(folder, 'keys'), office: office.id, publicKeyPem: office.publicKeyPem });
        const bundles = await write(office, nights);
        const model = new Model(nights);
        const inInbox = new Map<number, 'whole' | 'damaged'>();

        const put = async (sequence: number, state: 'whole' | 'damaged') => {
          const { name, age, note } = bundles[sequence - 1]!;
          await writeFile(join(inbox, `${name}.age`), state === 'whole' ? age : age.slice(0, -1));
          await writeFile(join(inbox, `${name}.note`), note);
          inInbox.set(sequence, state);
        };
        const receive = async () => {
          for (const [sequence, state] of inInbox) if (state === 'whole') model.came(sequence);
          const outcomes = await receiveInbox({
            inbox,
            database,
            keys: join(folder, 'keys'),
            archive: join(folder, 'archive'),
          });
          const contiguous = model.contiguous();
          for (const { file, verdict, missing } of outcomes) {
            const sequence = Number(file.slice(-12, -4));
            const whole = inInbox.get(sequence) !== 'damaged';
            const valid = nights[sequence - 1]?.valid === true;
            if (!whole || !valid) expect(verdict).toBe('rejected');
            else if (sequence <= contiguous) expect(['loaded', 'repeated']).toContain(verdict);
            else expect({ verdict, next: missing[0] }).toEqual({ verdict: 'held', next: contiguous + 1 });
          }
          const rows = await database.query('select id::text, minutes from contact where office_id = $1', [office.id]);
          const there = new Map(
            rowsOf(z.object({ id: z.string(), minutes: z.int() }), rows).map(({ id, minutes }) => [id, minutes]),
          );
          expect(there).toEqual(model.contacts());
        };

        for (const each of events) {
          const sequence = each.do === 'receive' ? 0 : (each.bundle % nights.length) + 1;
          const { name } = bundles[sequence - 1] ?? { name: '' };
          if (each.do === 'deliver') await put(sequence, 'whole');
          else if (each.do === 'damage') await put(sequence, 'damaged');
          else if (each.do === 'remove') {
            for (const ending of ['.age', '.note']) await rm(join(inbox, name + ending), { force: true });
            inInbox.delete(sequence);
          } else await receive();
        }
        // Whatever happened: once all have come whole, all that is right is there.
        for (const sequence of bundles.keys()) await put(sequence + 1, 'whole');
        await receive();
        await receive();
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
}, 120_000);
