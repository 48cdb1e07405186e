import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { signInAs } from '../hosts/small-office.ts';
import type { TestHost } from '../hosts/test-host.ts';
import { type Figure, figure, spreadOf } from './measure.ts';
import { paintedAfter } from './painted.ts';

/** Nothing but a name is known. */
const NOBODY: PersonFields = { ...UNKNOWN_PERSON, roles: ['refugee-own-flat'] };

const TALKS = 20;
const NEWEST = 'Das Gespräch, das oben steht.';

/** Opening a person's page from the list of people: from the key to the frame in which the newest note stands there. */
export async function measurePaintedClientFile(page: Page, host: TestHost, turns: number): Promise<Figure> {
  await createClientFile(host);
  const samples: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await page.getByRole('link', { name: 'Personen', exact: true }).click();
    const person = page.getByRole('link', { name: /Amal/ });
    await person.focus();
    samples.push(await paintedAfter(page, () => page.keyboard.press('Enter'), NEWEST));
  }
  // The first opening fetches the screen's code too.
  const painted = spreadOf(samples.slice(1));
  return figure({
    id: 'P6',
    what: `open a client file of ${TALKS} talks, painted`,
    beside: '',
    ours: painted,
    theirs: null,
    aim: 'p95 ≤ 50 ms',
    holds: () => painted.p95 <= 50,
  });
}

async function createClientFile(host: TestHost): Promise<void> {
  const { client, close } = await signInAs(host, 'city', { desk: 2 });
  const person = await client.people.create({
    requestId: randomUUID(),
    person: { ...NOBODY, givenName: 'Amal', familyName: 'Beispiel' },
  });
  for (let talk = 1; talk <= TALKS; talk += 1)
    await holdTalk(client, person.id, talk === TALKS ? NEWEST : `Gespräch Nummer ${talk}.`);
  await close();
}

async function holdTalk(client: DeskClient, personId: string, text: string): Promise<void> {
  const requestId = () => randomUUID();
  const issued = await client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: ['kita'], personId });
  const { ticketId, revision, contactId } = await client.queue.start({
    requestId: requestId(),
    ticketId: issued.ticketId,
    revision: issued.revision,
  });
  const contact = await client.consultations.get({ contactId });
  await client.consultations.change({
    requestId: requestId(),
    contactId,
    revision: contact.revision,
    topics: [{ topic: 'kita', result: 'solved' }],
  });
  await client.consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text });
  await client.consultations.finish({ requestId: requestId(), ticketId, revision, minutes: null });
}
