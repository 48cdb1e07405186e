import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptEpoch } from '../../../city/accept-epoch.ts';
import { enrollOffice, initCity } from '../../../city/city-keys.ts';
import { readCityReport } from '../../../city/city-report.ts';
import { readCityStatus } from '../../../city/city-status.ts';
import { countRecords } from '../../../city/count-records.ts';
import { receiveInbox } from '../../../city/receive-inbox.ts';
import { writeBundleFiles } from '../../../shared/node/bundle/bundle-files.ts';
import { type SampleBundle, sampleBundle, sampleContact, sampleOffice, samplePerson } from './sample-bundle.ts';
import { findPostgres, startPostgres } from './temporary-postgres.ts';

const bin = findPostgres();

describe.skipIf(bin === null)(
  `the receiver on a PostgreSQL server${bin === null ? ' (none on this machine)' : ''}`,
  () => {
    let folder = '';
    let server: ReturnType<typeof startPostgres>;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'on-postgres-'));
      server = startPostgres(bin ?? '');
    }, 120_000);
    afterAll(async () => {
      server.stop();
      await rm(folder, { recursive: true });
    });

    test('says and counts what it does on PGlite', async () => {
      const [keys, database] = [join(folder, 'keys'), server.url];
      const { recipient } = await initCity({ keys, recipient: 'x25519' });
      const office = sampleOffice('mengede');
      await enrollOffice({ keys, office: office.id, publicKeyPem: office.publicKeyPem });
      const bundles: SampleBundle[] = [];
      for (let sequence = 1; sequence <= 4; sequence += 1) {
        const person = [samplePerson(sequence, { group: { id: 'amif', since: '2026-01-01' } })];
        const contact = Array.from({ length: 6 }, (_, at) =>
          sampleContact(sequence * 10 + at, { person: person[0]?.id ?? null }),
        );
        bundles.push(
          await sampleBundle({
            office,
            recipients: [recipient],
            sequence,
            previous: bundles.at(-1) ?? null,
            lines: { person, contact },
          }),
        );
      }
      const other = await sampleBundle({ office, recipients: [recipient], sequence: 1 });
      const epoch = await sampleBundle({ office, recipients: [recipient], sequence: 1, epoch: 2 });
      const receive = async (inbox: string, ...come: SampleBundle[]) => {
        await mkdir(join(folder, inbox), { recursive: true });
        for (const { name, age, note } of come) await writeBundleFiles(join(folder, inbox), name, age, note);
        return (await receiveInbox({ inbox: join(folder, inbox), database, keys })).map(({ verdict, code, missing }) =>
          [verdict, code, ...missing].filter((part) => part !== null).join(' '),
        );
      };
      const [one, two, three, four] = bundles as [SampleBundle, SampleBundle, SampleBundle, SampleBundle];
      expect(await receive('inbox', one, three, four)).toEqual(['loaded', 'held gap 2', 'held gap 2']);
      expect(await receive('inbox', two, epoch)).toEqual([
        'repeated',
        'loaded',
        'loaded',
        'loaded',
        'held epoch-not-accepted',
      ]);
      expect(await receive('elsewhere', other)).toEqual(['fork other-file']);
      expect(await countRecords({ database })).toMatchObject({ contact: 24, person: 4 });
      const { contacts, persons } = await readCityReport({ database });
      expect(contacts.byLanguage).toEqual({ total: 24, cells: [{ key: 'ar', count: 24 }], notRecorded: 0 });
      expect(persons.byOffice).toEqual({ total: null, cells: null, notRecorded: null });
      expect((await readCityStatus({ database, keys })).gaps).toEqual([
        { office: 'mengede', kind: 'report', epoch: 2, missing: [], waiting: [1], refused: [] },
      ]);
      await acceptEpoch({ database, office: 'mengede', epoch: 2 });
      expect((await receive('inbox')).at(-1)).toBe('loaded');
      // Two receivers at once: one waits for the other, and nothing is loaded twice.
      const both = await Promise.all([receive('inbox'), receive('inbox')]);
      expect(both.flat().every((each) => each === 'repeated')).toBe(true);
    }, 60_000);
  },
);
