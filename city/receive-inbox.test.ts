import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportLines } from '../shared/bundle/records/report-records.ts';
import { generateAgeIdentity } from '../shared/node/crypto/age.ts';
import { sha256Hex } from '../shared/node/crypto.ts';
import {
  sampleBundle,
  sampleContact,
  sampleId,
  sampleOffice,
  samplePerson,
} from '../tests/property/bundle/sample-bundle.ts';
import {
  chain,
  contacts,
  count,
  database,
  folder,
  inbox,
  make,
  office,
  put,
  receiptOf,
  receive,
  recipient,
} from '../tests/property/bundle/test-receiver.ts';
import { enrollOffice } from './city-keys.ts';
import { countRecords } from './count-records.ts';

describe('in order', () => {
  test('reports are loaded, and said to be repeated when they come again', async () => {
    const [one, two] = await chain(2);
    await put(one!, two!);
    expect(await receive()).toEqual(['1 loaded', '2 loaded']);
    expect(await contacts()).toBe(2);
    expect(await receiptOf(two!.name)).toEqual({
      verdict: 'loaded',
      code: null,
      contiguous: 2,
      fileSha256: two!.facts.fileSha256,
    });
    const receipt = await readFile(join(inbox, `${one!.name}.receipt`), 'utf8');
    await rm(join(inbox, `${one!.name}.receipt`));
    expect(await receive()).toEqual(['1 repeated', '2 repeated']);
    expect(await readFile(join(inbox, `${one!.name}.receipt`), 'utf8')).toBe(receipt);
    expect(await contacts()).toBe(2);
  });

  test("rows are put in, replaced and taken out; another office's are not touched", async () => {
    const lines = (language: string, ...numbers: number[]): ReportLines => ({
      person: numbers.map((each) => samplePerson(each, { group: { id: 'amif', since: '2026-01-01' } })),
      contact: numbers.map((each) => sampleContact(each, { language, person: samplePerson(each).id })),
    });
    const first = await make({ sequence: 1, lines: lines('ar', 1, 2, 3) });
    const second = await make({
      sequence: 2,
      previous: first,
      lines: {
        contact: [
          sampleContact(2, { language: 'fa', topics: [] }),
          { op: 'delete', id: sampleId(3) },
          { op: 'delete', id: sampleId(99) },
        ],
      },
    });
    const other = sampleOffice(`other-${count}`);
    await enrollOffice({ keys: join(folder, 'keys'), office: other.id, publicKeyPem: other.publicKeyPem });
    const foreign = await sampleBundle({
      office: other,
      recipients: [recipient],
      sequence: 1,
      lines: lines('ti', 1, 2, 3),
    });
    await put(first, second, foreign);
    await receive();
    const rows = await database.query(
      `select id::text, language, topics from contact where office_id = $1 order by id`,
      [office.id],
    );
    expect(rows).toEqual([
      { id: sampleId(1), language: 'ar', topics: [{ id: 'housing', result: 'informed', quantity: 1 }] },
      { id: sampleId(2), language: 'fa', topics: [] },
    ]);
    expect((await countRecords({ database, office: other.id })).contact).toBe(3);
    const people = await database.query(
      `select group_id, group_since::text, languages from person where office_id = $1 limit 1`,
      [office.id],
    );
    expect(people).toEqual([{ group_id: 'amif', group_since: '2026-01-01', languages: ['ar', 'de'] }]);
  });

  test('every record reaches its table with every field', async () => {
    const [day, id, topics, language] = ['2026-11-20', sampleId(1), ['kita', 'school'], 'ar'] as const;
    await put(
      await make({
        sequence: 1,
        lines: {
          person: [samplePerson(1)],
          contact: [sampleContact(1)],
          wait: [
            {
              op: 'put',
              id,
              day,
              hour: 9,
              kind: 'walk-in',
              language,
              topics: [...topics],
              priority: 'illness',
              outcome: 'turned-away',
              cause: 'no-language',
              waitMinutes: 7,
              wayMinutes: 1,
              serviceMinutes: 20,
            },
          ],
          obstacle: [
            {
              op: 'put',
              id,
              day,
              obstacle: 'no-place',
              level: 'city',
              topic: 'kita',
              language,
              district: 'mengede',
              state: 'solved',
              endedOn: '2026-12-01',
            },
          ],
          step: [{ op: 'put', id, createdOn: day, owner: 'client', dueOn: '2026-12-01', doneOn: null, topic: null }],
          referral: [
            {
              op: 'put',
              id,
              day,
              partnerKind: 'school',
              authority: true,
              topic: 'school',
              language,
              state: 'refused',
              reason: 'full',
            },
          ],
          appointment: [
            {
              op: 'put',
              id,
              requestedOn: '2026-11-01',
              day,
              hour: 10,
              language,
              topics: [],
              placeKind: 'home',
              status: 'no-show',
              noShowReason: 'ill',
            },
          ],
        },
      }),
    );
    expect(await receive()).toEqual(['1 loaded']);
    const row = async (table: string) =>
      (
        await database.query(`select to_jsonb(t) - 'office_id' - 'id' as row from ${table} t where office_id = $1`, [
          office.id,
        ])
      )[0];
    expect(await row('wait')).toEqual({
      row: {
        day,
        hour: 9,
        kind: 'walk-in',
        language,
        topics,
        priority: 'illness',
        outcome: 'turned-away',
        cause: 'no-language',
        wait_minutes: 7,
        way_minutes: 1,
        service_minutes: 20,
      },
    });
    expect(await row('obstacle')).toEqual({
      row: {
        day,
        obstacle: 'no-place',
        level: 'city',
        topic: 'kita',
        language,
        district: 'mengede',
        state: 'solved',
        ended_on: '2026-12-01',
      },
    });
    expect(await row('step')).toEqual({
      row: { created_on: day, owner: 'client', due_on: '2026-12-01', done_on: null, topic: null },
    });
    expect(await row('referral')).toEqual({
      row: {
        day,
        partner_kind: 'school',
        authority: true,
        topic: 'school',
        language,
        state: 'refused',
        reason: 'full',
      },
    });
    expect(await row('appointment')).toEqual({
      row: {
        requested_on: '2026-11-01',
        day,
        hour: 10,
        language,
        topics: [],
        place_kind: 'home',
        status: 'no-show',
        no_show_reason: 'ill',
      },
    });
    expect(await row('person')).toMatchObject({
      row: { born: '18-60', gender: 'not-stated', district: 'mengede', first_support_on: day },
    });
  });

  test('a backup is stored unread; its order counts apart', async () => {
    const sheet = await generateAgeIdentity('x25519');
    const backup = await sampleBundle({ office, recipients: [sheet.recipient], sequence: 1, kind: 'backup' });
    const second = await sampleBundle({ office, recipients: [sheet.recipient], sequence: 3, kind: 'backup' });
    await put(backup, second);
    expect(await receive()).toEqual(['1 stored', '3 held gap 2']);
    const stored = join(folder, `archive-${count}`, 'stored');
    expect(await readdir(stored)).toEqual([
      `${backup.name}.age`,
      `${backup.name}.note`,
      `${second.name}.age`,
      `${second.name}.note`,
    ]);
    expect(sha256Hex(await readFile(join(stored, `${backup.name}.age`)))).toBe(backup.facts.fileSha256);
    expect(await receive()).toEqual(['1 repeated', '3 held gap 2']);
  });

  test('a bundle without its note does not exist yet, nor does a hidden or partial file', async () => {
    const [one] = await chain(1);
    await writeFile(join(inbox, `${one!.name}.age`), one!.age);
    await writeFile(join(inbox, `.${one!.name}.note.part`), one!.note);
    await mkdir(join(inbox, 'folder.note'));
    expect(await receive()).toEqual([]);
  });

  test('a note whose file has not come yet is told so, and taken when it comes', async () => {
    const [one] = await chain(1);
    await writeFile(join(inbox, `${one!.name}.note`), one!.note);
    expect(await receive()).toEqual(['1 rejected file-missing']);
    await put(one!);
    expect(await receive()).toEqual(['1 loaded']);
    expect((await receiptOf(one!.name)).verdict).toBe('loaded');
  });
});
