import { randomUUID } from 'node:crypto';
import type { DeskClient, DeskConnection } from '../../electron/hosts/desk-client.ts';
import { instantOfLocal, localDateOf } from '../../shared/kernel/instants.ts';
import type { LetterInput } from '../../shared/letters/letters.contract.ts';
import { startTestHost, type TestHost } from '../../tests/hosts/test-host.ts';

/** A training office at half past ten, with whoever is on its staff. */
export interface TrainingHost {
  host: TestHost;
  passphrase: string;
  /** Sign-in names with the rights of each. */
  staff: readonly { name: string; rights: ReadonlySet<string> }[];
  signIn(name: string): Promise<DeskConnection>;
}

/** Starts a host with screens and makes its training office in the middle of a morning, whatever the time is here. */
export async function startTrainingHost(): Promise<TrainingHost> {
  const today = localDateOf(new Date().toISOString());
  const host = await startTestHost({ screens: true, clock: 'driven', clockStart: instantOfLocal(today, '10:30') });
  const stranger = await host.connect();
  await stranger.client.office.startTraining({});
  const { signInNames, trainingPassphrase } = await stranger.client.office.status({});
  await stranger.close();
  const passphrase = trainingPassphrase ?? '';
  const signIn = async (name: string): Promise<DeskConnection> => {
    const connection = await host.connect();
    await connection.client.access.signIn({ name, passphrase, desk: 1 });
    return connection;
  };
  const staff = [];
  for (const name of signInNames) {
    const connection = await signIn(name);
    staff.push({ name, rights: new Set<string>((await connection.client.access.whoAmI({})).rights) });
    await connection.close();
  }
  return { host, passphrase, staff, signIn };
}

/** The name of somebody who holds this right. Throws when nobody does. */
export function holderOf(training: TrainingHost, right: string): string {
  const holder = training.staff.find(({ rights }) => rights.has(right));
  if (!holder) throw new Error(`Nobody in the training office holds ${right}`);
  return holder.name;
}

/** Ids that stand in for the parameters of a route, looked up as somebody who may write letters. */
export async function sampleIds(client: DeskClient): Promise<Readonly<Record<string, string>>> {
  const { hits } = await client.people.recent({});
  const { partners } = await client.partners.list({});
  const [person, partner] = [hits[0]?.id, partners[0]?.id];
  if (!person || !partner) throw new Error('The training office has people and partners');
  const { entries } = await client.people.timeline({ id: person });
  const { letters } = await client.letters.list({ personId: null, contactId: null });
  const letter =
    letters[0]?.id ??
    (await client.letters.write({ requestId: randomUUID(), letter: sampleLetter(person, partner) })).id;
  const contact = entries.find(({ kind }) => kind === 'contact')?.id;
  return { 'a-person': person, 'a-partner': partner, 'a-letter': letter, ...(contact ? { 'a-contact': contact } : {}) };
}

/** What the walk writes where it needs a letter; the companion page is in the language given. */
export function sampleLetter(
  personId: string,
  partnerId: string,
  companionLanguage: string | null = null,
): LetterInput {
  return {
    contactId: null,
    personId,
    partnerId,
    templateId: 'referral',
    topic: 'kita',
    include: { birth: true, phone: true, email: true, district: true },
    concern: 'Die Familie sucht einen Platz in einer Kita und kommt mit der Anmeldung allein nicht weiter.',
    done: 'Wir haben die Anmeldung gemeinsam ausgefüllt.',
    request: 'Bitte teilen Sie uns mit, ob und ab wann ein Platz frei ist.',
    replyBy: '2027-01-15',
    enclosures: ['Kopie der Anmeldung'],
    consentOn: '2026-11-20',
    companionLanguage,
  };
}
