import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabaseOf } from '../../electron/office/core.ts';
import { createTestOffice } from '../../electron/office/testing/test-office.ts';
import { type Figure } from './measure.ts';
import { measureCheckIn } from './p01-check-in.ts';
import { measurePeopleSearch } from './p02-people-search.ts';
import { measureNoteSearch } from './p05-note-search.ts';
import { measureClientFile } from './p06-client-file.ts';
import { measureScreens } from './p07-start.ts';
import { measurePrint } from './p09-print.ts';
import { measureFirstExport } from './p10-first-export.ts';
import { measureOneDay } from './p11-one-day.ts';
import { measureWaitingTime } from './p13-waiting-time.ts';
import { measureOrderOfCalling } from './p14-order-of-calling.ts';
import { fillTenYears, TEN_YEARS } from './ten-years.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const office = await createTestOffice({ now: '2026-11-23T08:00:00.000Z' });
const figures: Figure[] = [];
const show = (figure: Figure) => {
  figures.push(figure);
  const { unit, ours, theirs, ratio } = figure;
  const spread = (of: Figure['ours']) => `${of.p50.toFixed(2)} (p95 ${of.p95.toFixed(2)}) ${unit}`;
  process.stdout.write(
    `${figure.id}  ${figure.what}\n    ours ${spread(ours)}${theirs ? ` · ${figure.beside} ${spread(theirs)} · ${ratio?.toFixed(2)}×` : ''} · aim ${figure.aim} · ${figure.holds ? 'holds' : 'does not hold'}${figure.note ? ` · ${figure.note}` : ''}\n`,
  );
};
try {
  const startedAt = performance.now();
  fillTenYears(office, TEN_YEARS, '2026-11-23');
  process.stdout.write(
    `Ten invented years in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${TEN_YEARS.people} people, ${TEN_YEARS.contacts} contacts, ${TEN_YEARS.notes} notes\n\n`,
  );
  show(await measureCheckIn(office));
  for (const each of await measureNoteSearch(office)) show(each);
  for (const each of await measurePeopleSearch()) show(each);
  const people = openDatabaseOf(office.core)
    .raw.prepare('SELECT DISTINCT person_id FROM contact WHERE person_id IS NOT NULL ORDER BY id DESC LIMIT 200')
    .pluck()
    .all()
    .map(String);
  show(await measureClientFile(office, people));
  for (const each of await measureScreens()) show(each);
  const print = await measurePrint(office);
  if (print) show(print);
  for (const each of await measureFirstExport(office)) show(each);
  for (const each of await measureOneDay(office)) show(each);
  for (const each of measureWaitingTime()) show(each);
  for (const each of measureOrderOfCalling()) show(each);
} finally {
  office.close();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 1)}\n`);
