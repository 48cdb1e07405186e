import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../../electron/office/access/session.ts';
import { openDatabaseOf } from '../../../electron/office/core.ts';
import { findBrokenLink, journalHead } from '../../../electron/office/database/journal.ts';
import { callsOn, newDesk } from '../../../electron/office/testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../../../electron/office/testing/test-office.ts';
import { newPartner, newPerson } from '../../../electron/office/testing/test-people.ts';
import { talk } from '../../../electron/office/testing/test-talk.ts';
import { allProcedures, outcomeOf } from '../../contract/procedures.ts';
import { waysToSpoil } from './hostile-values.ts';

/** Each run tries every so many of them; all take a minute. */
const STRIDE = Number(process.env['TANDEM_HOSTILE_STRIDE'] ?? 7);

let office: TestOffice;
const logged: string[] = [];
beforeAll(async () => {
  office = await createTestOffice();
  office.ports.log.write = (entry) => void logged.push(JSON.stringify(entry));
});
afterAll(() => office.close());

/** Rows that are there, by the names under which inputs speak of them. */
function rowsThatAreThere(who: Session): Readonly<Record<string, string>> {
  const personId = newPerson(office);
  // Without a topic: one of the inputs may be what switches it off.
  const { contactId, ticketId } = talk(office, who, { personId, topics: [] });
  return { personId, partnerId: newPartner(office, { topics: [] }), contactId, ticketId, employerId: who.employerId };
}

const OF_FEATURE: Readonly<Record<string, { table: string; id: string }>> = {
  queue: { table: 'ticket', id: 'ticketId' },
  people: { table: 'person', id: 'personId' },
  partners: { table: 'partner', id: 'partnerId' },
  consultations: { table: 'contact', id: 'contactId' },
};

/** The input with ids that are there and the revisions that they have now. */
function aboutRows(input: object, feature: string, rows: Readonly<Record<string, string>>): object {
  const own = OF_FEATURE[feature];
  const ownId = own ? rows[own.id] : undefined;
  const sql =
    feature === 'office' ? 'SELECT revision FROM office' : own && `SELECT revision FROM ${own.table} WHERE id = ?`;
  const revision =
    sql &&
    office.db
      .statement(sql)
      .pluck(true)
      .get(...(ownId ? [ownId] : []));
  const replace = (value: unknown, key: string): unknown => {
    if (key === 'requestId') return randomUUID();
    if (key === 'revision') return revision ?? value;
    if (key === 'id' && typeof value === 'string') return ownId ?? value;
    if (typeof value === 'string') return rows[key] ?? value;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner, name)]));
  };
  return replace(input, '') as object;
}

const KNOWN = /^(ok|INVALID_INPUT|UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|CONFLICT|RULE|UNAVAILABLE)\b/;
/** They end the session that they are called in, or make an office of none. */
const APART: ReadonlySet<string> = new Set(['access.lock', 'office.beginSetUp']);
const tried = allProcedures.filter(({ name }) => !APART.has(name));

it.each(tried.map((procedure) => [procedure.name, procedure] as const))(
  '%s: refused by name, or done; what is refused changes nothing',
  async (name, procedure) => {
    const [feature = ''] = name.split('.');
    const rows = rowsThatAreThere(office.who.lead);
    const callers = [office.who.lead, office.who.admin].map((session) =>
      [...office.core.connections].find((connection) => connection.session === session),
    );
    const strange: string[] = [];
    let count = 0;
    for (const connection of callers) {
      if (!connection) throw new Error('Both are signed in');
      const calls = callsOn(office, connection);
      for (const { where, how, of } of waysToSpoil(aboutRows(procedure.sample(), feature, rows))) {
        count += 1;
        if (count % STRIDE !== 0) continue;
        if (office.core.pause.remainingSeconds() > 0) office.clock.advance(61_000);
        const before = journalHead(openDatabaseOf(office.core));
        const outcome = await outcomeOf(procedure.call(calls, of(aboutRows(procedure.sample(), feature, rows))));
        if (!KNOWN.test(outcome)) strange.push(`${where} ${how}: ${outcome} ${logged.at(-1) ?? ''}`);
        if (outcome !== 'ok' && journalHead(openDatabaseOf(office.core)).hash !== before.hash)
          strange.push(`${where} ${how}: ${outcome}, and changed`);
      }
    }
    expect(strange).toEqual([]);
    expect(findBrokenLink(openDatabaseOf(office.core).raw)).toBeNull();
    // Whatever came, others go on.
    expect(await outcomeOf(newDesk(office).calls.office.status({}))).toBe('ok');
  },
);
