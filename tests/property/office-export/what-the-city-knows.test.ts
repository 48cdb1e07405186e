import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeContact } from '../../../electron/office/consultations/change-contact.ts';
import { getContact } from '../../../electron/office/consultations/contact-row.ts';
import { finishConsultation } from '../../../electron/office/consultations/finish-contact.ts';
import { addStep, removeStep } from '../../../electron/office/consultations/write-step.ts';
import { readReceiptsByHand } from '../../../electron/office/export/run-night.ts';
import {
  answer,
  createNightOffice,
  night,
  outboxOf,
  reportIn,
  serve,
} from '../../../electron/office/export/testing/night-office.ts';
import { findOffice } from '../../../electron/office/office/office-row.ts';
import { changePerson } from '../../../electron/office/people/write-person.ts';
import { actOnTicket, startTicket } from '../../../electron/office/queue/act-on-ticket.ts';
import { undoOnTicket } from '../../../electron/office/queue/undo-on-ticket.ts';
import type { TestOffice } from '../../../electron/office/testing/test-office.ts';
import { AMAL, newPerson } from '../../../electron/office/testing/test-people.ts';
import { ticket } from '../../../electron/office/testing/test-talk.ts';
import { replay, whatCounts } from '../../fault/office-export/replay.ts';

/** What may happen at the desk, by small numbers that choose whom and what. */
const Happening = fc.oneof(
  fc.record({ does: fc.constant('serve' as const), person: fc.nat(3) }),
  fc.record({ does: fc.constant('leave' as const) }),
  fc.record({ does: fc.constant('undo' as const), talk: fc.nat(9) }),
  fc.record({ does: fc.constant('finish-again' as const), talk: fc.nat(9) }),
  fc.record({ does: fc.constant('move' as const), talk: fc.nat(9), person: fc.nat(3) }),
  fc.record({
    does: fc.constant('change-person' as const),
    person: fc.nat(2),
    district: fc.constantFrom('Eving', 'Hörde', null),
  }),
  fc.record({
    does: fc.constant('obstacles' as const),
    talk: fc.nat(9),
    which: fc.subarray(['language', 'no-place', 'fear']),
  }),
  fc.record({ does: fc.constant('step' as const), talk: fc.nat(9) }),
  fc.record({ does: fc.constant('remove-step' as const), step: fc.nat(9) }),
  fc.record({
    does: fc.constant('night' as const),
    city: fc.constantFrom('silent', 'loads', 'rejects', 'rejects-late'),
  }),
);
type Happening = typeof Happening extends fc.Arbitrary<infer H> ? H : never;

interface Desk {
  office: TestOffice;
  people: string[];
  talks: { ticketId: string; contactId: string }[];
  steps: { id: string; revision: number }[];
}

/** Does it as far as the rules allow; what they refuse does not happen. */
async function happen(desk: Desk, what: Happening): Promise<void> {
  const { office, people, talks, steps } = desk;
  const who = office.who.city;
  const talk = 'talk' in what ? talks[what.talk % Math.max(1, talks.length)] : undefined;
  const revisionOf = (ticketId: string) =>
    Number(office.db.statement('SELECT revision FROM ticket WHERE id = ?').pluck().get(ticketId));
  const onTicket = () => ({ ticketId: talk?.ticketId ?? '', revision: revisionOf(talk?.ticketId ?? '') });
  switch (what.does) {
    case 'serve':
      talks.push(serve(office, { personId: people[what.person] ?? null }));
      return;
    case 'leave': {
      const on = ticket(office, who);
      office.write(who, 'queue.leave', (tx) => actOnTicket(tx, on, 'left', who, 'gave-up'));
      return;
    }
    case 'undo':
      if (talk) office.write(who, 'queue.undo', (tx) => undoOnTicket(tx, onTicket(), who));
      return;
    case 'finish-again':
      if (talk) {
        office.write(who, 'queue.finish', (tx) => {
          const started = startTicket(tx, onTicket(), who);
          return finishConsultation(tx, { ...started, minutes: 7 }, who);
        });
      }
      return;
    case 'move':
    case 'obstacles':
      if (talk) {
        const change =
          what.does === 'move'
            ? { personId: people[what.person] ?? null }
            : { obstacles: what.which.map((obstacle) => ({ obstacle, state: 'open' as const })) };
        office.write(who, 'consultations.change', (tx) =>
          changeContact(tx, {
            contactId: talk.contactId,
            revision: getContact(tx, talk.contactId).revision,
            ...change,
          }),
        );
      }
      return;
    case 'change-person':
      office.write(who, 'people.change', (tx) => {
        const id = people[what.person] ?? '';
        const revision = Number(tx.statement('SELECT revision FROM person WHERE id = ?').pluck().get(id));
        return changePerson(tx, { id, revision, person: { ...AMAL, district: what.district } }, who);
      });
      return;
    case 'step':
      if (talk) {
        const step = { contactId: talk.contactId, owner: 'us' as const, what: 'Anrufen', topic: null, dueOn: null };
        steps.push(office.write(who, 'consultations.addStep', (tx) => addStep(tx, step, who)));
      }
      return;
    case 'remove-step': {
      const step = steps[what.step % Math.max(1, steps.length)];
      if (step) office.write(who, 'consultations.removeStep', (tx) => removeStep(tx, step));
      return;
    }
    case 'night':
      await nightAndAnswer(office, what.city);
  }
}

async function nightAndAnswer(
  office: TestOffice,
  city: 'silent' | 'loads' | 'rejects' | 'rejects-late',
): Promise<void> {
  office.clock.advance(1000);
  const newest = reportIn(await night(office));
  // A late answer speaks of the oldest report that still waits for one; later ones were written on top of it.
  const name = city === 'rejects-late' ? oldestWaiting(office) : newest;
  if (!name || city === 'silent') return;
  if (city === 'loads') await answer(office, name, { verdict: 'loaded' });
  else {
    await answer(office, name, { verdict: 'rejected', code: 'age-damaged' });
    // The city loads nothing of it; neither does the replay below.
    for (const ending of ['age', 'note']) rmSync(`${outboxOf(office)}/${name}.${ending}`);
  }
  await readReceiptsByHand(office.core, office.who.lead.staffId);
}

function oldestWaiting(office: TestOffice): string | null {
  const sql = "SELECT name FROM bundle WHERE kind = 'report' AND state = 'written' ORDER BY sequence LIMIT 1";
  const name = office.db.statement(sql).pluck().get();
  return typeof name === 'string' ? name : null;
}

test('after any day, with nights in between and bundles that the city refused, the city knows exactly what counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Happening, { minLength: 3, maxLength: 25 }), async (happenings) => {
      const office = await createNightOffice();
      try {
        const desk: Desk = {
          office,
          people: [newPerson(office), newPerson(office, { district: 'Eving' }), newPerson(office)],
          talks: [],
          steps: [],
        };
        for (const what of happenings) {
          try {
            await happen(desk, what);
          } catch (error) {
            // A rule said no, as the desk would show it.
            if (!(error instanceof Error && 'code' in error && ['RULE', 'NOT_FOUND'].includes(String(error.code))))
              throw error;
          }
        }
        await night(office);
        if (!office.core.database) throw new Error('The office is open');
        const keys = { publicKeyPem: findOffice(office.db).signing_public_pem, identity: office.cityIdentity };
        const counts = await whatCounts(office.core.database);
        expect(await replay(outboxOf(office), keys, { allowGaps: true })).toEqual(counts);
      } finally {
        office.close();
      }
    }),
    { numRuns: 15 },
  );
}, 240_000);
