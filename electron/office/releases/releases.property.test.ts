import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOTE_LEVELS, type NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { addDays, instantOfLocal, type LocalDate } from '../../../shared/kernel/instants.ts';
import { addStaff } from '../access/manage-staff.ts';
import { deactivateStaff } from '../access/renew-keys.ts';
import type { Session } from '../access/session.ts';
import { changeNote } from '../consultations/notes/change-note.ts';
import { listNotes, noteVersions } from '../consultations/notes/list-notes.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { release, withdraw } from '../testing/test-releases.ts';
import { talk } from '../testing/test-talk.ts';

type Employer = 'city' | 'partner';
const EMPLOYERS = ['city', 'partner'] as const;

/** What may happen to the notes on one person, in any order. */
type Event =
  | { what: 'write'; by: Employer; level: NoteLevel }
  | { what: 'change'; which: number; level: NoteLevel }
  | { what: 'give'; by: Employer; days: number }
  | { what: 'withdraw'; which: number; by: Employer }
  | { what: 'wait'; days: number }
  | { what: 'leave' };

const employer = fc.constantFrom(...EMPLOYERS);
const level = fc.constantFrom(...NOTE_LEVELS);
const which = fc.nat({ max: 9 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('write' as const), by: employer, level }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('change' as const), which, level }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('give' as const), by: employer, days: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('withdraw' as const), which, by: employer }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leave' as const) }) },
);

/** The whole rule in a few lines: who may read what. */
interface Model {
  today: LocalDate;
  notes: { id: string; by: Employer; texts: { text: string; level: NoteLevel }[] }[];
  releases: { id: string; by: Employer; until: LocalDate; withdrawn: boolean }[];
}

function expected(model: Model, reader: { employer: Employer; author: boolean }): string[][] {
  return model.notes.flatMap(({ by, texts }) => {
    const open = model.releases.some((one) => one.by === by && !one.withdrawn && one.until >= model.today);
    const own = by === reader.employer;
    const most: NoteLevel = own ? (reader.author ? 'V3' : 'V2') : open ? 'V2' : 'V1';
    if ((texts.at(-1)?.level ?? 'V3') > most) return [];
    // A version stands at the highest level that the note had from then on.
    const kept = texts.map((_, index) =>
      texts.slice(index).reduce<NoteLevel>((highest, one) => (one.level > highest ? one.level : highest), 'V1'),
    );
    return [texts.flatMap(({ text }, index) => ((kept[index] ?? 'V3') <= most ? text : []))];
  });
}

function seen(office: TestOffice, who: Session, personId: string): string[][] {
  return listNotes(office.db, who, { personId })
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ id }) => noteVersions(office.db, who, id).map(({ text }) => text));
}

async function happen(office: TestOffice, model: Model, on: { personId: string; contactId: string }, next: Event) {
  const { who } = office;
  switch (next.what) {
    case 'write': {
      const text = `${model.notes.length} ${next.level}`;
      const { id } = office.write(who[next.by], 'consultations.writeNote', (tx) =>
        writeNote(tx, { contactId: on.contactId, level: next.level, text }, who[next.by]),
      );
      model.notes.push({ id, by: next.by, texts: [{ text, level: next.level }] });
      return;
    }
    case 'change': {
      const note = model.notes[next.which % Math.max(1, model.notes.length)];
      if (!note) return;
      const text = `${note.texts.length} ${next.level} changed`;
      office.write(who[note.by], 'consultations.changeNote', (tx) =>
        changeNote(tx, { id: note.id, revision: note.texts.length, level: next.level, text }, who[note.by]),
      );
      note.texts.push({ text, level: next.level });
      return;
    }
    case 'give': {
      const until = addDays(model.today, next.days);
      const id = await release(office, who[next.by], on.personId, { givenOn: model.today, validUntil: until });
      model.releases.push({ id, by: next.by, until, withdrawn: false });
      return;
    }
    case 'withdraw': {
      const active = model.releases.filter((one) => !one.withdrawn && one.until >= model.today);
      const one = active[next.which % Math.max(1, active.length)];
      if (!one) return;
      withdraw(office, who[next.by], one.id);
      one.withdrawn = true;
      return;
    }
    case 'wait':
      model.today = addDays(model.today, next.days);
      office.clock.moveTo(instantOfLocal(model.today, '09:00'));
      return;
    case 'leave': {
      const signInName = `gast-${randomUUID()}`;
      const guest = {
        displayName: 'Gast',
        signInName,
        employerId: who.lead.employerId,
        roles: ['counsellor' as const],
      };
      const { id } = await addStaff(office.core, who.lead, {
        ...guest,
        requestId: randomUUID(),
        languages: ['de'],
        basicLanguages: [],
        readsLanguages: [],
        passphrase: 'correct horse guest',
      });
      await deactivateStaff(office.core, who.lead, { requestId: randomUUID(), id, revision: 1 });
    }
  }
}

it('whatever happens in whatever order, everybody reads exactly what the rule says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (events) => {
      const office = await createTestOffice();
      try {
        const personId = newPerson(office);
        const { contactId } = talk(office, office.who.city, { personId });
        const model: Model = { today: office.who.city.today(), notes: [], releases: [] };
        for (const next of events) {
          await happen(office, model, { personId, contactId }, next);
          const { city, cityColleague, partner, lead, admin } = office.who;
          expect(seen(office, city, personId)).toEqual(expected(model, { employer: 'city', author: true }));
          for (const other of [cityColleague, lead])
            expect(seen(office, other, personId)).toEqual(expected(model, { employer: 'city', author: false }));
          expect(seen(office, partner, personId)).toEqual(expected(model, { employer: 'partner', author: true }));
          expect(seen(office, admin, personId)).toEqual([]);
        }
      } finally {
        office.close();
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
