import type { DeskClient, DeskConnection } from '../../electron/hosts/desk-client.ts';
import { addDays, instantOfLocal, localDateOf } from '../../shared/kernel/instants.ts';
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
  const host = await startTestHost({ screens: true, clock: 'driven' });
  const tomorrow = addDays(localDateOf(new Date().toISOString()), 1);
  await host.process.moveClock(instantOfLocal(tomorrow, '10:30'));
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

/** Ids that stand in for the parameters of a route, looked up as somebody who may. */
export async function sampleIds(client: DeskClient): Promise<Readonly<Record<string, string>>> {
  const { hits } = await client.people.recent({});
  const person = hits[0]?.id;
  if (!person) throw new Error('The training office has people');
  const { entries } = await client.people.timeline({ id: person });
  const { partners } = await client.partners.list({});
  const { letters } = await client.letters.list({ personId: null, contactId: null });
  const contact = entries.find(({ kind }) => kind === 'contact')?.id;
  const found = { 'a-person': person, 'a-contact': contact, 'a-partner': partners[0]?.id, 'a-letter': letters[0]?.id };
  return Object.fromEntries(Object.entries(found).flatMap(([kind, id]) => (id ? [[kind, id]] : [])));
}
