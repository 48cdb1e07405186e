import { rightsOf } from '../../../shared/access/rights.ts';
import type { ClientLanguage } from '../../../shared/catalogue/catalogue.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { topicPhrase } from '../../../shared/letters/client-phrases.ts';
import type { EmployerView } from '../../../shared/office/office.contract.ts';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import { renderReadingsPage } from '../../../shared/releases/readings-page.ts';
import { RELEASE_TEXT_VERSION, releaseProblem } from '../../../shared/releases/release.rules.ts';
import { type ReleasedEmployer, renderReleaseForm } from '../../../shared/releases/release-form.ts';
import type { releasesContract } from '../../../shared/releases/releases.contract.ts';
import type { Who } from '../access/session.ts';
import { listStaff } from '../access/staff.ts';
import { ownWordsOf } from '../catalogues/office-catalogue.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { listEmployers } from '../office/settings.ts';
import { getPerson } from '../people/person-row.ts';
import { rule } from '../rpc/faults.ts';
import type { InputOf } from '../rpc/handlers.ts';
import { listReadings } from './readings.ts';

/** The form for a person to sign, from the caller's employer to the other one. Throws NOT_FOUND or what `releaseProblem` finds. */
export function releaseForm(
  db: Db,
  input: InputOf<typeof releasesContract.form>,
  who: Who,
  core: Core,
): { html: string; textVersion: string } {
  const today = localDateOf(core.ports.clock.now());
  const problem = releaseProblem({ ...input, givenOn: today }, today);
  if (problem) throw rule(problem);
  const person = getPerson(db, input.personId);
  const { own, other } = bothEmployers(db, who);
  const html = renderReleaseForm({
    language: input.language,
    personName: displayName(person),
    bornOn: person.birthPrecision === 'day' ? person.bornOn : null,
    from: released(db, own),
    to: released(db, other),
    bothWays: input.bothWays,
    scope: input.scope,
    topicNames: (language: ClientLanguage) =>
      input.topics.map((topic) => topicPhrase(language, topic, ownWordsOf(db, topic)) ?? ''),
    purposes: input.purposes,
    validUntil: input.validUntil,
    interpreterName: input.interpreterName,
    officeName: findOffice(db).name,
    fontFaceCss: core.ports.fontFaceCss,
  });
  return { html, textVersion: RELEASE_TEXT_VERSION };
}

/** Who has read which note, as a page for the person. Throws NOT_FOUND. */
export function readingsPage(
  db: Db,
  input: InputOf<typeof releasesContract.readingsPage>,
  who: Who,
  core: Core,
): { html: string } {
  const employers = listEmployers(db);
  const nameOf = (kind: string) => employers.find((one) => one.kind === kind)?.letterhead.name ?? '';
  return {
    html: renderReadingsPage({
      language: input.language,
      personName: displayName(getPerson(db, input.personId)),
      readings: listReadings(db, input.personId, who).map((reading) => ({
        ...reading,
        readerEmployerName: nameOf(reading.readerEmployer),
      })),
      printedOn: localDateOf(core.ports.clock.now()),
      employerName: nameOf(who.employerKind),
      fontFaceCss: core.ports.fontFaceCss,
    }),
  };
}

function bothEmployers(db: Db, who: Who): { own: EmployerView; other: EmployerView } {
  const employers = listEmployers(db);
  const own = employers.find(({ id }) => id === who.employerId);
  const other = employers.find(({ id }) => id !== who.employerId);
  if (!own || !other) throw new Error('A tandem has two employers');
  return { own, other };
}

function released(db: Db, employer: EmployerView): ReleasedEmployer {
  const { name, street, postalCodeAndTown, phone } = employer.letterhead;
  return {
    name,
    address: [street, postalCodeAndTown],
    phone,
    counsellors: listStaff(db)
      .filter(
        (staff) =>
          staff.active && staff.employer_id === employer.id && rightsOf(staff.roles).has('consultations.write'),
      )
      .map((staff) => staff.display_name),
  };
}
