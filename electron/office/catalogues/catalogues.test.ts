import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

let office: TestOffice;
let lead: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  lead = deskOf(office, office.who.lead);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const addTopic = (de: string, parent = 'job-search', more: { en?: string; ar?: string } = {}) =>
  lead.catalogues.add({ requestId: requestId(), entry: { kind: 'topic', parent, words: { de, ...more } } });
const offer = (id: string, revision: number | null, offered: boolean, kind: 'topic' | 'result' = 'topic') =>
  lead.catalogues.offer({ requestId: requestId(), kind, id, revision, offered });

describe('what an office adds', () => {
  it('is known to every screen, belongs to a central entry, and has a version of its own', async () => {
    const before = await lead.catalogues.read({});
    expect(before).toEqual({ version: { central: 1, office: 0 }, additions: [], switchedOff: [] });
    const { id } = await addTopic('Bewerbungsfoto', 'job-search', { ar: 'صورة' });
    expect(id).toMatch(/^own\.job-search\.[0-9a-f]{16}$/);
    for (const who of [office.who.partner, office.who.admin]) {
      const { version, additions } = await deskOf(office, who).catalogues.read({});
      expect(version.office).toBe(1);
      expect(additions).toEqual([
        {
          id,
          revision: 1,
          kind: 'topic',
          parent: 'job-search',
          owner: null,
          words: { de: 'Bewerbungsfoto', en: '', ar: 'صورة', fa: '', kmr: '', ckb: '' },
          active: true,
        },
      ]);
    }
  });

  it('is refused without a parent of the same list, under words that are taken, and too long', async () => {
    expect(await faultOf(addTopic('Foto', 'no-place'))).toBe('RULE no-such-entry');
    expect(await faultOf(addTopic('arbeitssuche'))).toBe('RULE label-taken');
    const { id, revision } = await addTopic('Foto');
    expect(await faultOf(addTopic('FOTO', 'kita'))).toBe('RULE label-taken');
    expect(await faultOf(addTopic('x'.repeat(61)))).toBe('INVALID_INPUT');
    const change = (de: string, at = revision) =>
      lead.catalogues.change({ requestId: requestId(), id, revision: at, words: { de } });
    expect(await faultOf(change('x'.repeat(61)))).toBe('RULE label-too-long');
    expect(await change('Foto')).toEqual({ id, revision: 2 });
    expect(await faultOf(change('Bild', 1))).toBe('CONFLICT');
    expect((await lead.catalogues.read({})).version.office).toBe(2);
  });

  it('is for leads to change', async () => {
    for (const who of [office.who.city, office.who.admin]) {
      const calls = deskOf(office, who).catalogues;
      const entry = { kind: 'topic' as const, parent: 'kita', words: { de: 'Foto' } };
      expect(await faultOf(calls.add({ requestId: requestId(), entry }))).toBe('FORBIDDEN');
      expect(await faultOf(calls.history({}))).toBe('FORBIDDEN');
      expect(await faultOf(calls.freeSteps({}))).toBe('FORBIDDEN');
    }
  });

  it('has words in the database alone: journal and change event name the id', async () => {
    const told: unknown[] = [];
    const stop = new AbortController();
    const events = office.core.changes.subscribe('change', { signal: stop.signal });
    const next = events.next();
    const { id } = await addTopic('Vogelscheuche');
    told.push((await next).value);
    stop.abort();
    expect(told).toEqual([{ entity: 'catalogue', id, revision: 1 }]);
    const journal = office.db.statement('SELECT group_concat(fields || entity || id) FROM journal_entry').pluck().get();
    expect(String(journal)).not.toContain('Vogelscheuche');
    expect(String(journal)).toContain(id);
  });
});

describe('what an office switches off', () => {
  it('comes back, each change with its version, who and when', async () => {
    expect(await offer('leisure', null, false)).toEqual({ id: 'leisure', revision: 1 });
    expect((await lead.catalogues.read({})).switchedOff).toEqual([
      { kind: 'topic', id: 'leisure', off: true, revision: 1 },
    ]);
    expect(await faultOf(offer('leisure', null, true))).toBe('CONFLICT');
    office.clock.advance(60_000);
    await offer('leisure', 1, true);
    const { id, revision } = await addTopic('Foto');
    await offer(id, revision, false);
    const { changes } = await lead.catalogues.history({});
    expect(
      changes.map(({ version, change, id: of, label, staffName }) => [version, change, of, label, staffName]),
    ).toEqual([
      [4, 'switched-off', id, 'Foto', 'Dora Rot'],
      [3, 'added', id, 'Foto', 'Dora Rot'],
      [2, 'switched-on', 'leisure', '', 'Dora Rot'],
      [1, 'switched-off', 'leisure', '', 'Dora Rot'],
    ]);
    expect(changes[2]?.at).toBe(office.clock.now());
  });

  it('is never what the program itself needs, nor what there is not', async () => {
    expect(await faultOf(offer('other', null, false))).toBe('RULE entry-must-stay');
    expect(await faultOf(offer('solved', null, false, 'result'))).toBe('RULE entry-must-stay');
    expect(await faultOf(offer('solved', null, false))).toBe('RULE no-such-entry');
    expect((await lead.catalogues.read({})).version.office).toBe(0);
  });

  it('leaves the keys of frequent matters', async () => {
    const onKeys = async () => (await lead.matters.onKeys({})).matters.map(({ topic }) => topic);
    await lead.matters.pin({ requestId: requestId(), matters: [{ topic: 'leisure', result: 'informed' }] });
    expect((await onKeys())[0]).toBe('leisure');
    await offer('leisure', null, false);
    await offer('form-help', null, false);
    expect(await onKeys()).not.toContain('leisure');
    expect(await onKeys()).not.toContain('form-help');
  });
});

it('what a rolled back change would have been is not remembered', async () => {
  await addTopic('Foto');
  expect(() =>
    office.write(office.who.lead, 'catalogues.add', (tx) => {
      tx.statement("INSERT INTO catalogue_version VALUES (2, 'x', '', ?, 'added', 'topic', 'x', '')").run(
        office.who.lead.staffId,
      );
      throw new Error('no');
    }),
  ).toThrow('no');
  await addTopic('Bild');
  const { version, additions } = await lead.catalogues.read({});
  expect([version.office, additions.map(({ words }) => words.de)]).toEqual([2, ['Foto', 'Bild']]);
});
