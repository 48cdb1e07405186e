import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

test('the screen of somebody who is taken out of the team is cleared at once', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'cityColleague');
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
  const { client, close } = await signInAs(host, 'city');
  const leaver = (await client.access.listStaff({})).staff.find((each) => each.signInName === 'bela');
  if (!leaver) throw new Error('There is one');
  await client.access.deactivateStaff({ requestId: randomUUID(), id: leaver.id, revision: leaver.revision });
  await expect(page.getByRole('group', { name: words('access:whoAreYou') })).toBeVisible();
  await expect(page.getByRole('button', { name: words('queue:newTicket') })).toHaveCount(0);
  await close();
});
