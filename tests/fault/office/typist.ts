import { randomUUID } from 'node:crypto';
import type { SeededRandom } from '../../../electron/hosts/cli/seeded-random.ts';
import type { DeskClient, DeskConnection } from '../../../electron/hosts/desk-client.ts';
import type { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { passphraseOf, SMALL_STAFF, type SmallStaff, signInAs } from '../../hosts/small-office.ts';
import type { TestHost } from '../../hosts/test-host.ts';

/** One author's work on one talk: the note that is being typed, and those that were written. */
export interface Page {
  draft: { text: string; level: NoteLevel } | null;
  notes: readonly string[];
}

/** What was asked and not answered yet, with what the page becomes by it. */
interface Asked {
  contactId: string;
  after: Page;
  ask(client: DeskClient): Promise<unknown>;
}

const WORDS = [
  'Miete',
  'Jobcenter',
  'Ärztin',
  'هاتف',
  'Schule',
  '“Frist”',
  'Kindergeld 👶',
  '\n',
  'ı̇',
  'Straße 12',
] as const;
const LEVELS = ['V1', 'V2', 'V3'] as const;
/** They type on one desk in turn: whoever signs in at it finds nobody else's draft. */
const RELIEF: Readonly<Record<'city' | 'partner', SmallStaff>> = { city: 'cityColleague', partner: 'partnerLead' };

/**
 * Somebody who types drafts, changes their level, wipes them, writes them as notes, locks, and leaves the desk to others,
 * by chance. Knows what the office has answered, and the one thing that it may have done without an answer.
 */
export class Typist {
  readonly answered = new Map<string, Page>();
  pending: Asked | null = null;
  answers = 0;
  /** What was found that must not be. */
  readonly wrong: string[] = [];
  readonly #who: 'city' | 'partner';
  readonly #random: SeededRandom;

  constructor(who: 'city' | 'partner', random: SeededRandom, contactIds: readonly string[]) {
    this.#who = who;
    this.#random = random;
    for (const contactId of contactIds) this.answered.set(contactId, { draft: null, notes: [] });
  }

  signIn(host: TestHost): Promise<DeskConnection> {
    return signInAs(host, this.#who, { desk: this.#who === 'city' ? 1 : 2 });
  }

  /** Types until the line is cut. */
  async type(client: DeskClient): Promise<void> {
    for (;;) {
      const contactIds = [...this.answered.keys()];
      const contactId = contactIds[this.#random.between(0, contactIds.length - 1)] ?? '';
      const page = this.answered.get(contactId) ?? { draft: null, notes: [] };
      if (this.#random.chance(0.06)) await this.#leaveTheDesk(client, contactId);
      else await this.#ask(client, this.#next(contactId, page));
    }
  }

  /** Compares with what is there after a crash, and goes on from it: what was not answered is there whole or not at all. */
  async lookAgain(client: DeskClient): Promise<void> {
    const { pending } = this;
    this.pending = null;
    for (const [contactId, before] of this.answered) {
      const found = await pageOf(client, contactId);
      const allowed = pending?.contactId === contactId ? [before, pending.after] : [before];
      if (!allowed.some((page) => isSame(page, found)))
        this.wrong.push(`${this.#who}: ${JSON.stringify(found)} instead of ${JSON.stringify(allowed)}`);
      this.answered.set(contactId, found);
    }
    if (!pending || this.#random.chance(0.3)) return;
    // The screen asks the same again, not knowing whether it went through: it is done once.
    await this.#ask(client, pending);
    const repeated = await pageOf(client, pending.contactId);
    if (!isSame(repeated, pending.after))
      this.wrong.push(
        `${this.#who}: repeated to ${JSON.stringify(repeated)} instead of ${JSON.stringify(pending.after)}`,
      );
  }

  async #ask(client: DeskClient, asked: Asked): Promise<void> {
    this.pending = asked;
    await asked.ask(client);
    this.pending = null;
    this.answered.set(asked.contactId, asked.after);
    this.answers += 1;
  }

  #next(contactId: string, { draft, notes }: Page): Asked {
    const requestId = randomUUID();
    if (draft && this.#random.chance(0.12)) {
      const after = { draft: null, notes: [...notes, draft.text] };
      return { contactId, after, ask: (client) => client.consultations.writeNote({ requestId, contactId, ...draft }) };
    }
    const level = this.#random.chance(0.9) ? (draft?.level ?? 'V3') : this.#random.pick(LEVELS);
    const isWiped = draft !== null && this.#random.chance(0.06);
    const typed = `${draft?.text ?? `${this.#who} ${notes.length}`} ${this.#random.pick(WORDS)}`;
    // Somebody pastes a whole letter now and then.
    const text = this.#random.chance(0.05) ? `${typed}${' lang'.repeat(1000)}`.slice(0, 15_000) : typed;
    const after = { draft: isWiped ? null : { text, level }, notes };
    const saved = { requestId, contactId, text: isWiped ? '' : text, level };
    return { contactId, after, ask: (client) => client.consultations.saveDraft(saved) };
  }

  /** Locks; a colleague sits down at the same desk and finds no draft; whoever typed comes back to theirs. */
  async #leaveTheDesk(client: DeskClient, contactId: string): Promise<void> {
    const desk = this.#who === 'city' ? 1 : 2;
    const enter = (who: SmallStaff) =>
      client.access.signIn({ name: SMALL_STAFF[who].signInName, passphrase: passphraseOf(who), desk });
    await client.access.lock({});
    if (this.#random.chance(0.5)) {
      await enter(RELIEF[this.#who]);
      const { draft } = await client.consultations.draft({ contactId });
      if (draft !== null) this.wrong.push(`${RELIEF[this.#who]} finds the draft of ${this.#who}`);
    }
    await enter(this.#who);
    const found = await pageOf(client, contactId);
    const known = this.answered.get(contactId);
    if (!known || !isSame(known, found))
      this.wrong.push(`${this.#who} back at the desk: ${JSON.stringify(found)} instead of ${JSON.stringify(known)}`);
    this.answers += 1;
  }
}

async function pageOf(client: DeskClient, contactId: string): Promise<Page> {
  const [{ draft }, { notes }, { staffId }] = [
    await client.consultations.draft({ contactId }),
    await client.consultations.get({ contactId }),
    await client.access.whoAmI({}),
  ];
  const own = notes.filter(({ authorId }) => authorId === staffId).map(({ text }) => text);
  return { draft: draft && { text: draft.text, level: draft.level }, notes: own };
}

const isSame = (one: Page, other: Page) =>
  JSON.stringify([one.draft?.text, one.draft?.level, one.notes.toSorted()]) ===
  JSON.stringify([other.draft?.text, other.draft?.level, other.notes.toSorted()]);
