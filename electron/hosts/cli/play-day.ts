import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import examples from '../../../resources/catalogues/example-partners.json' with { type: 'json' };
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { type Instant, instantOfLocal, type LocalDate } from '../../../shared/kernel/instants.ts';
import { PARTNER_KINDS } from '../../../shared/partners/partners.contract.ts';
import type { DeskClient } from '../desk-client.ts';
import type { Visit } from './day-file.ts';
import { type PlannedVisit, planDay, stepsInOrder } from './day-plan.ts';
import { PlayedVisit } from './play-visit.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface DayToPlay {
  visits: readonly Visit[];
  date: LocalDate;
  random: SeededRandom;
  /** The counsellors' connections; the first does the close of day. */
  counsellors: readonly [DeskClient, ...DeskClient[]];
  moveClock(to: Instant): Promise<void>;
  lettersFolder: string;
}

/** Plays a whole day through the contract, from the first check-in to the close. Resolves to what was done. */
export async function playDay(options: DayToPlay): Promise<{ contacts: number; letters: number }> {
  const { visits, date, random, counsellors, moveClock, lettersFolder } = options;
  const [first] = counsellors;
  let letters = 0;
  const day = {
    date,
    random,
    partners: await createPartners(first),
    templateId: await firstTemplate(first),
    keepLetter({ base64, partner }: { base64: string; partner: string }) {
      letters += 1;
      writeFileSync(
        join(lettersFolder, `${String(letters).padStart(3, '0')}-${partner}.pdf`),
        Buffer.from(base64, 'base64'),
      );
    },
  };
  const plan = planDay(visits, counsellors.length, random);
  const played = new Map<PlannedVisit, PlayedVisit>(
    plan.map((planned) => [planned, new PlayedVisit(day, planned.visit)]),
  );
  let latestS = 0;
  for (const { atS, step, planned } of stepsInOrder(plan)) {
    latestS = atS;
    await moveClock(atSecond(date, atS));
    await played.get(planned)?.play(step, counsellors[planned.counsellor] ?? first);
  }
  await moveClock(atSecond(date, latestS + 10));
  await first.queue.closeDay({ requestId: randomUUID(), resolutions: [] });
  return { contacts: plan.length, letters };
}

/** The instant of a second of the local day. */
export function atSecond(date: LocalDate, second: number): Instant {
  const pad = (value: number) => String(value).padStart(2, '0');
  const minute = instantOfLocal(date, `${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}`);
  return new Date(Date.parse(minute) + (second % 60) * 1000).toISOString();
}

/** The catalogue's example partners with their invented addresses. Resolves to their ids by the catalogue's. */
async function createPartners(client: DeskClient): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id: catalogueId, de: name, kind, authority, topics } of catalogue.demoPartners) {
    const address = examples.partners.find((example) => example.id === catalogueId);
    const knownKind = PARTNER_KINDS.find((known) => known === kind);
    if (!address || !knownKind) throw new Error(`The example partner ${catalogueId} has an address and a known kind`);
    const { id: _, ...reach } = address;
    const created = await client.partners.create({
      requestId: randomUUID(),
      partner: { name, kind: knownKind, authority, topics, ...reach },
    });
    ids.set(catalogueId, created.id);
  }
  return ids;
}

async function firstTemplate(client: DeskClient): Promise<string> {
  const { templates } = await client.letters.templates({});
  const [template] = templates;
  if (!template) throw new Error('A new office has a template');
  return template.id;
}
