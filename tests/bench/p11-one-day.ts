import { changeContact } from '../../electron/office/consultations/change-contact.ts';
import { getContact } from '../../electron/office/consultations/contact-row.ts';
import { finishConsultation } from '../../electron/office/consultations/finish-contact.ts';
import { writeNote } from '../../electron/office/consultations/notes/write-note.ts';
import type { TestOffice } from '../../electron/office/testing/test-office.ts';
import { talk } from '../../electron/office/testing/test-talk.ts';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { addDays, localDateOf } from '../../shared/kernel/instants.ts';
import { type Figure, figure, spreadOf } from './measure.ts';
import { sizeOfBundle, writeOneReport } from './p10-first-export.ts';
import { seeded } from './ten-years.ts';

/** The report of one day of 40 contacts and 30 notes, on top of ten years that were reported before. */
export async function measureOneDay(office: TestOffice, days = 5): Promise<Figure[]> {
  const times: number[] = [];
  const sizes: number[] = [];
  const next = seeded(11);
  for (let day = 0; day < days; day += 1) {
    // Each day begins at eight.
    office.clock.moveTo(`${addDays(localDateOf(office.clock.now()), 1)}T08:00:00.000Z`);
    playDay(office, next);
    const { name, ms } = await writeOneReport(office);
    if (!name) throw new Error('The day is something to report');
    times.push(ms);
    sizes.push(sizeOfBundle(office, name));
  }
  return [
    figure({
      id: 'P11',
      what: 'report of one day (40 contacts, 30 notes), time',
      beside: '',
      ours: spreadOf(times),
      theirs: null,
      aim: '≤ 60 ms',
      holds: () => spreadOf(times).p50 <= 60,
    }),
    figure({
      id: 'P11',
      what: 'report of one day, file with its padding',
      beside: '',
      unit: 'bytes',
      ours: spreadOf(sizes),
      theirs: null,
      aim: '≤ 20 kB before padding to 16 KiB',
      holds: () => spreadOf(sizes).p95 <= 33_000,
      note: 'the next multiple of 16 KiB above what it holds',
    }),
  ];
}

function playDay(office: TestOffice, next: () => number): void {
  const { city, partner } = office.who;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  for (let index = 0; index < 40; index += 1) {
    const who = pick([city, partner]);
    const topic = pick(catalogue.topics).id;
    const begun = talk(office, who, { spoken: pick(catalogue.languages).id, topics: [topic] });
    office.clock.advance(5 * 60_000);
    office.write(who, 'bench.day', (tx) => {
      changeContact(tx, {
        contactId: begun.contactId,
        revision: getContact(tx, begun.contactId).revision,
        topics: [{ topic, result: pick(catalogue.results).id }],
      });
      if (index < 30)
        writeNote(
          tx,
          { contactId: begun.contactId, level: 'V2', text: 'Ein Gespräch über den nächsten Schritt.' },
          who,
        );
      finishConsultation(tx, { ...begun, minutes: null }, who);
    });
  }
}
