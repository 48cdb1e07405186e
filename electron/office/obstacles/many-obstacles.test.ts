import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { deskOf } from '../testing/test-desk.ts';
import { createTestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

it('goes on with somebody in whose way stands all that the catalogue has, the office’s own included', async () => {
  const office = await createTestOffice();
  const request = () => ({ requestId: randomUUID() });
  const [desk, lead] = [deskOf(office, office.who.city), deskOf(office, office.who.lead)];
  const words = { de: 'Kein Internet', en: 'No internet' };
  const own = await lead.catalogues.add({ ...request(), entry: { kind: 'obstacle', parent: 'language', words } });
  const personId = newPerson(office);
  const obstacles = [...catalogue.obstacles, own].map(({ id }) => ({ obstacle: id, state: 'open' as const }));
  const first = talk(office, office.who.city, { personId });
  await desk.consultations.change({ ...request(), contactId: first.contactId, revision: 1, obstacles });
  // The screen of the next talk sends back all that the person brings along.
  const { contactId } = talk(office, office.who.city, { personId });
  const said = (await desk.consultations.get({ contactId })).obstacles;
  expect(said).toHaveLength(obstacles.length);
  const solved = said.map(({ obstacle, cause }) => ({ obstacle, cause, state: 'solved' as const }));
  await desk.consultations.change({ ...request(), contactId, revision: 1, obstacles: solved });
  expect((await desk.consultations.get({ contactId: first.contactId })).obstacles.map(({ state }) => state)).toEqual(
    solved.map(({ state }) => state),
  );
  office.close();
});
