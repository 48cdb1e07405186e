import { randomUUID } from 'node:crypto';
import texts from '../../../resources/demo/demo-texts.json' with { type: 'json' };
import { CLIENT_LANGUAGES, catalogue } from '../../../shared/catalogue/catalogue.ts';
import type { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { STEP_OWNERS } from '../../../shared/steps/step-phrase.contract.ts';
import type { DeskClient } from '../desk-client.ts';
import type { Visit } from './day-file.ts';
import type { PlannedStep } from './day-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What all visits of a demonstration share. */
export interface PlayedDay {
  date: LocalDate;
  random: SeededRandom;
  /** Ids of the partners by their ids in the catalogue. */
  partners: ReadonlyMap<string, string>;
  templateId: string;
  /** Called with each letter that was printed. */
  keepLetter(letter: { base64: string; partner: string }): void;
}

type OnTicket = { ticketId: string; revision: number };

/** One visit from the door to its end, step by step, each by whoever does it. */
export class PlayedVisit {
  readonly #day: PlayedDay;
  readonly #visit: Visit;
  #ticket: OnTicket = { ticketId: '', revision: 0 };
  #contactId = '';
  #personId: string | null = null;

  constructor(day: PlayedDay, visit: Visit) {
    this.#day = day;
    this.#visit = visit;
  }

  async play(step: PlannedStep, client: DeskClient): Promise<void> {
    if (step === 'arrives') await this.#checkIn(client);
    else if (step === 'called') this.#ticket = await client.queue.call(this.#asked());
    else if (step === 'starts') await this.#talk(client);
    else await this.#finish(client);
  }

  #asked(): OnTicket & { requestId: string } {
    return { requestId: randomUUID(), ...this.#ticket };
  }

  async #checkIn(client: DeskClient): Promise<void> {
    const { random } = this.#day;
    const { kind, language: spoken, topics, person } = this.#visit;
    this.#personId = person ? await this.#findOrCreatePerson(client, person) : null;
    const { ticketId, revision } = await client.queue.checkIn({
      requestId: randomUUID(),
      kind,
      spoken,
      topics: [...topics],
      personId: this.#personId,
      adults: random.chance(0.2) ? 1 : 0,
      children: random.chance(0.25) ? random.between(1, 3) : 0,
      doorNote: random.chance(0.1) ? random.pick(nonEmpty(texts.doorNotes)) : '',
      priorityReason: random.chance(0.05) ? random.pick(nonEmpty(catalogue.priorityReasons)).id : null,
    });
    this.#ticket = { ticketId, revision };
  }

  /** Search before create, as the desk does; a name that the day has seen is the same person. */
  async #findOrCreatePerson(
    client: DeskClient,
    { givenName, familyName }: NonNullable<Visit['person']>,
  ): Promise<string> {
    const { hits } = await client.people.search({ words: `${givenName} ${familyName}`.trim() });
    for (const hit of hits) {
      const known = await client.people.get({ id: hit.id });
      if (known.givenName === givenName && known.familyName === familyName) return known.id;
    }
    const { random } = this.#day;
    const bornOn = random.chance(0.7) ? addDays(this.#day.date, -random.between(19 * 365, 70 * 365)) : null;
    const { id } = await client.people.create({
      requestId: randomUUID(),
      person: {
        givenName,
        familyName,
        ownScriptName: '',
        bornOn,
        birthPrecision: bornOn ? 'day' : null,
        gender: random.pick(['w', 'm', 'not-stated']),
        roles: random.chance(0.5) ? ['newcomer'] : [],
        spoken: this.#visit.language,
        understood: null,
        read: null,
        district: random.pick(['Mengede', 'Huckarde', null]),
        phone: '',
        email: '',
      },
    });
    return id;
  }

  async #talk(client: DeskClient): Promise<void> {
    this.#ticket = await client.queue.appeared(this.#asked());
    const { contactId, ...ticket } = await client.queue.start(this.#asked());
    [this.#ticket, this.#contactId] = [ticket, contactId];
    const { random } = this.#day;
    const { revision } = await client.consultations.get({ contactId });
    await client.consultations.change({
      requestId: randomUUID(),
      contactId,
      revision,
      interpreterMode: random.chance(0.15) ? 'phone' : 'none',
      topics: this.#visit.topics.map((topic, index) => ({ topic, result: this.#resultOf(index) })),
      obstacles: random.chance(0.4) ? [{ obstacle: random.pick(nonEmpty(catalogue.obstacles)).id, state: 'open' }] : [],
    });
    if (random.chance(0.5)) await this.#agreeStep(client);
    if (this.#visit.referral) await this.#writeLetter(client, this.#visit.referral);
  }

  #resultOf(topicIndex: number): string {
    if (this.#visit.referral && topicIndex === 0) return 'passed-on';
    return this.#day.random.pick(nonEmpty(catalogue.results)).id;
  }

  async #agreeStep(client: DeskClient): Promise<void> {
    const { random, date } = this.#day;
    const owner = random.pick(STEP_OWNERS);
    const dueOn = random.chance(0.8) ? addDays(date, random.between(0, 21)) : null;
    const what = random.pick(nonEmpty(texts.steps[owner]));
    await client.consultations.addStep({
      requestId: randomUUID(),
      contactId: this.#contactId,
      owner,
      what,
      topic: this.#visit.topics[0] ?? null,
      dueOn,
    });
  }

  async #writeLetter(client: DeskClient, partner: string): Promise<void> {
    const { random, date, partners, templateId, keepLetter } = this.#day;
    const partnerId = partners.get(partner);
    if (!partnerId) throw new Error(`The partner ${partner} was created at set-up`);
    const { language } = this.#visit;
    const { id, state } = await client.letters.write({
      requestId: randomUUID(),
      letter: {
        contactId: this.#contactId,
        personId: this.#personId,
        partnerId,
        templateId,
        topic: this.#visit.topics[0] ?? null,
        include: { birth: random.chance(0.5), phone: false, email: false, district: random.chance(0.3) },
        concern: random.pick(nonEmpty(texts.letters.concern)),
        done: random.pick(nonEmpty(texts.letters.done)),
        request: random.pick(nonEmpty(texts.letters.request)),
        replyBy: addDays(date, 14),
        enclosures: [],
        consentOn: date,
        companionLanguage: CLIENT_LANGUAGES.some((known) => known === language) ? language : null,
      },
    });
    if (state !== 'ready') throw new Error(`A letter could not be printed (${state}): a Chromium is needed for it`);
    const { base64 } = await client.letters.pdf({ id });
    keepLetter({ base64, partner });
    const { revision } = await client.letters.get({ id });
    await client.letters.handOver({
      requestId: randomUUID(),
      id,
      revision,
      way: random.pick(['taken-along', 'post', 'email']),
    });
  }

  async #finish(client: DeskClient): Promise<void> {
    const { random } = this.#day;
    if (random.chance(0.85)) {
      const level = random.pick<NoteLevel>(['V1', 'V1', 'V1', 'V2', 'V2', 'V3']);
      const text = random.pick(nonEmpty(texts.notes[level]));
      await client.consultations.saveDraft({ requestId: randomUUID(), contactId: this.#contactId, text, level });
      await client.consultations.writeNote({ requestId: randomUUID(), contactId: this.#contactId, level, text });
    }
    // The file's minutes count, also where the end of the day cuts the talk on the clock.
    this.#ticket = await client.consultations.finish({ ...this.#asked(), minutes: this.#visit.minutes });
  }
}

function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('The list is not empty');
  return [first, ...rest];
}
