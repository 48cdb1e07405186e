import { randomUUID } from 'node:crypto';
import type { DeskConnection } from '../../../electron/hosts/desk-client.ts';
import { type Employer, newNest, type PlantedDay, type Planting } from './canary.ts';
import { plantOffice } from './plant-office.ts';
import { plantPeople } from './plant-people.ts';
import { plantTalk } from './plant-talk.ts';

/**
 * Lets a counsellor of each employer work as on any day, with a canary in each text that somebody may not see. The two
 * authors stay signed in.
 */
export async function plantCanaries(authors: Record<Employer, DeskConnection>): Promise<PlantedDay> {
  const nest = newNest();
  for (const employer of ['city', 'partner'] as const) {
    const planting = nest.planting(employer, authors[employer].client);
    const person = await plantPeople(planting);
    const { partnerId } = await plantOffice(planting, person.id);
    const contactId = await plantTalk(planting, person.id);
    await plantLetter(planting, { contactId, personId: person.id, partnerId });
  }
  return nest.day;
}

async function plantLetter(
  { client, plant, found }: Planting,
  about: { contactId: string; personId: string; partnerId: string },
): Promise<void> {
  const letter = await client.letters.write({
    requestId: randomUUID(),
    letter: {
      ...about,
      templateId: (await client.letters.templates({})).templates[0]?.id ?? '',
      topic: null,
      include: { birth: true, phone: true, email: true, district: false },
      concern: plant('concern in a letter', 'counsellors'),
      done: plant('what was done, in a letter', 'counsellors'),
      request: plant('request in a letter', 'counsellors'),
      replyBy: null,
      enclosures: [plant('enclosure in a letter', 'counsellors')],
      consentOn: null,
      companionLanguage: null,
    },
  });
  found('letterId', letter.id);
  const { referral } = await client.letters.get({ id: letter.id });
  if (referral) found('referralId', referral.id);
}
