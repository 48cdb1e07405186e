import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordDemand } from '../interpreters/door-demand.ts';
import { deskOf } from '../testing/test-desk.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { createNightOffice, night, openReport, reportIn } from './testing/night-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createNightOffice();
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();

test('security: the city is told central entries alone, never what an office added, by id or by word', async () => {
  const lead = deskOf(office, office.who.lead);
  const parents = { topic: 'kita', obstacle: 'no-place', result: 'solved' } as const;
  const own = { topic: '', obstacle: '', result: '' };
  for (const kind of ['topic', 'obstacle', 'result'] as const) {
    const entry = { kind, parent: parents[kind], words: { de: `Kanarienwort ${kind}` } };
    own[kind] = (await lead.catalogues.add({ requestId: requestId(), entry })).id;
  }
  const { topic, obstacle, result } = own;
  const { contactId, ticketId } = talk(office, office.who.lead, { topics: [topic], personId: newPerson(office) });
  const { revision } = await lead.consultations.get({ contactId });
  await lead.consultations.change({
    requestId: requestId(),
    contactId,
    revision,
    topics: [
      { topic, result, quantity: 2 },
      { topic: 'kita', result, quantity: 1 },
    ],
    obstacles: [{ obstacle, state: 'open' }],
  });
  await lead.consultations.addStep({
    requestId: requestId(),
    contactId,
    owner: 'us',
    what: 'Rückruf',
    topic,
    dueOn: null,
  });
  const today = (await lead.queue.today({})).tickets.find(({ id }) => id === ticketId);
  await lead.consultations.finish({ requestId: requestId(), ticketId, revision: today?.revision ?? 0, minutes: null });
  const demand = { outcome: 'turned-away', cause: 'full', language: 'so', topics: [topic, 'kita'] } as const;
  office.write(office.who.lead, 'interpreters.recordDemand', (tx) => recordDemand(tx, demand, office.who.lead));
  const name = reportIn(await night(office));
  if (!name) throw new Error('The night wrote no report');
  const report = await openReport(office, name);
  expect(report.lines('contact')).toMatchObject([{ topics: [{ id: 'kita', result: 'solved', quantity: 3 }] }]);
  expect(report.lines('obstacle')).toMatchObject([{ obstacle: 'no-place', level: 'city', topic: 'kita' }]);
  expect(report.lines('step')).toMatchObject([{ topic: 'kita' }]);
  const waits = report.lines('wait').map((line) => ('topics' in line ? line.topics : null));
  expect(waits).toEqual([['kita'], ['kita']]);
  expect(report.manifest.catalogue).toEqual({ central: 1, office: 3 });
  expect(report.text).not.toMatch(/own\.|Kanarienwort/);
});
