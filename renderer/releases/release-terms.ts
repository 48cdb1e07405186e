import { CANNOT_READ } from '../../shared/catalogue/catalogue.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import type { RELEASE_MANNERS, ReleasePurpose } from '../../shared/releases/release.rules.ts';
import { usualEnd } from '../../shared/releases/release.rules.ts';
import type { ReleaseView } from '../../shared/releases/releases.contract.ts';

/** What the sheet asks for. */
export interface Terms {
  purposes: readonly ReleasePurpose[];
  scope: 'case' | 'topics';
  topics: readonly string[];
  /** Null: none, or what is typed is no day. */
  validUntil: LocalDate | null;
  language: string;
  interpreterName: string;
  bothWays: boolean;
  givenOn: LocalDate | null;
  manner: (typeof RELEASE_MANNERS)[number];
}

/** Twelve months in the language that the person reads; or what the other employer's sheet for both directions says. */
export function startTerms(person: PersonView, like: ReleaseView | null, today: string): Terms {
  const read = person.read === CANNOT_READ ? null : person.read;
  return {
    purposes: like?.purposes ?? ['joint-advice'],
    scope: like?.scope ?? 'case',
    topics: like?.topics ?? [],
    validUntil: like?.validUntil ?? usualEnd(today),
    language: like?.language ?? read ?? person.understood ?? person.spoken ?? 'de',
    interpreterName: like?.interpreterName ?? '',
    bothWays: like !== null,
    givenOn: like?.givenOn ?? today,
    manner: like?.manner ?? 'paper',
  };
}

/** The part that form and record share. Topics that were chosen before "all talks" do not count. */
export function termsFor({ purposes, scope, topics, interpreterName, bothWays }: Terms, validUntil: LocalDate) {
  return {
    purposes: [...purposes],
    scope,
    topics: scope === 'topics' ? [...topics] : [],
    validUntil,
    interpreterName: interpreterName.trim(),
    bothWays,
  };
}
