import trainingOffice from '../../../resources/demo/training-office.json' with { type: 'json' };
import { generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { generateSigningKey } from '../../../shared/node/crypto.ts';
import { OfficeSetUp } from '../../../shared/office/office.contract.ts';
import type { Connection, Session } from '../access/session.ts';
import { endSession, signIn } from '../access/sign-in.ts';
import type { Core } from '../core.ts';
import { createOfficeFiles, refuseIfNotEmpty } from './create-office.ts';
import { playTrainingDays } from './training-days.ts';

/** Known to everybody: there is nothing to protect in the training office, and a newcomer must get in. */
export const TRAINING_PASSPHRASE = 'uebung macht sicher';

/**
 * Makes the training office: invented staff, people, a past and a waiting queue, played through the same functions that
 * the desk uses. Nobody holds the keys that its bundles are for.
 */
export async function startTraining(core: Core): Promise<void> {
  refuseIfNotEmpty(core);
  const nobody = {
    city: await generateAgeIdentity('hybrid'),
    recoveryCity: await generateAgeIdentity('hybrid'),
    recoveryPartner: await generateAgeIdentity('hybrid'),
  };
  const answers = OfficeSetUp.parse({
    office: trainingOffice.office,
    employers: trainingOffice.employers,
    staff: trainingOffice.staff.map((person) => ({ ...person, passphrase: TRAINING_PASSPHRASE })),
    city: { recipients: [nobody.city.recipient], receiptKeyPem: generateSigningKey().publicKeyPem },
    export: { folder: '', nightlyAt: '21:00' },
  });
  await createOfficeFiles(
    core,
    answers,
    { city: nobody.recoveryCity.recipient, partner: nobody.recoveryPartner.recipient },
    { training: true },
  );
  const connections: Connection[] = [];
  try {
    const sessions = new Map<string, Session>();
    for (const { signInName } of trainingOffice.staff) {
      const connection: Connection = { kind: 'desk', session: null };
      connections.push(connection);
      // More people than desks: they take turns.
      const desk = 1 + ((connections.length - 1) % answers.office.desks);
      await signIn(core, connection, { name: signInName, passphrase: TRAINING_PASSPHRASE, desk });
      if (connection.session) sessions.set(signInName, connection.session);
    }
    playTrainingDays(core, sessions);
  } finally {
    for (const connection of connections) endSession(core, connection);
  }
}
