import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { orpc } from './client.ts';

/** What is answered with the text of notes. */
const NOTES: readonly (() => QueryKey)[] = [
  () => orpc.consultations.get.key(),
  () => orpc.consultations.noteVersions.key(),
  () => orpc.people.timeline.key(),
  () => orpc.search.notes.key(),
];
/** After these a note may be closed to who could read it: a release was withdrawn, a talk moved, a note raised. */
const CLOSES_NOTES: ReadonlySet<string> = new Set(['release', 'contact']);

/** Which questions an answer about this kind of thing may have changed. A new entity belongs here. */
const ASKED_AGAIN: Readonly<Record<string, readonly (() => QueryKey)[]>> = {
  // What became of its ticket is what became of an appointment. Free times do not change by it, and are long in the reckoning.
  ticket: [
    () => orpc.queue.key(),
    () => orpc.interpreters.key(),
    () => orpc.appointments.days.key(),
    () => orpc.appointments.get.key(),
    () => orpc.appointments.ofPerson.key(),
  ],
  'queue-day': [() => orpc.queue.key()],
  appointment: [() => orpc.people.catchUp.key(), () => orpc.appointments.key(), () => orpc.interpreters.key()],
  'consulting-hours': [() => orpc.appointments.key(), () => orpc.interpreters.key()],
  'freed-slot': [() => orpc.appointments.key()],
  outpost: [() => orpc.appointments.key()],
  interpreter: [() => orpc.interpreters.key(), () => orpc.appointments.key()],
  'serving-attempt': [() => orpc.interpreters.serving.key()],
  'door-demand': [],
  contact: [
    ...NOTES,
    () => orpc.steps.key(),
    () => orpc.phone.list.key(),
    () => orpc.people.catchUp.key(),
    () => orpc.queue.today.key(),
    () => orpc.levels.key(),
    () => orpc.releases.list.key(),
  ],
  obstacle: [() => orpc.consultations.get.key(), () => orpc.obstacles.key()],
  'phone-follow-up': [() => orpc.phone.key()],
  'step-sheet': [],
  step: [
    () => orpc.steps.key(),
    () => orpc.consultations.get.key(),
    () => orpc.consultations.followUps.key(),
    () => orpc.people.timeline.key(),
    () => orpc.people.catchUp.key(),
  ],
  person: [
    () => orpc.people.key(),
    () => orpc.corrections.key(),
    () => orpc.programme.of.key(),
    () => orpc.households.key(),
    () => orpc.flats.key(),
    () => orpc.duplicates.key(),
    () => orpc.queue.today.key(),
    () => orpc.consultations.get.key(),
    () => orpc.letters.list.key(),
    () => orpc.appointments.days.key(),
    () => orpc.appointments.get.key(),
    () => orpc.appointments.earlier.key(),
  ],
  'person-checked': [() => orpc.people.checked.key()],
  'profile-card': [() => orpc.profileCards.of.key()],
  'profile-card-key': [() => orpc.profileCards.keys.key()],
  'profile-card-pin': [],
  release: [...NOTES, () => orpc.releases.key(), () => orpc.people.catchUp.key()],
  // Who has parted is no longer named beside an appointment of both.
  household: [() => orpc.households.key(), () => orpc.flats.key(), () => orpc.appointments.ofPerson.key()],
  relation: [() => orpc.households.key(), () => orpc.appointments.ofPerson.key()],
  'flat-offer': [() => orpc.flats.key()],
  partner: [() => orpc.partners.key(), () => orpc.consultations.followUps.key(), () => orpc.letters.list.key()],
  letter: [
    () => orpc.letters.list.key(),
    () => orpc.letters.get.key(),
    () => orpc.corrections.key(),
    () => orpc.people.timeline.key(),
    () => orpc.people.catchUp.key(),
    () => orpc.consultations.followUps.key(),
  ],
  referral: [
    () => orpc.people.catchUp.key(),
    () => orpc.letters.list.key(),
    () => orpc.letters.get.key(),
    () => orpc.consultations.followUps.key(),
  ],
  template: [() => orpc.letters.templates.key()],
  staff: [
    () => orpc.access.key(),
    // Who has left or speaks another language changes the hours that take place.
    () => orpc.appointments.key(),
    () => orpc.interpreters.key(),
    () => orpc.queue.today.key(),
    () => orpc.office.status.key(),
  ],
  // The banner listens for itself, also where nobody is signed in.
  emergency: [],
  catalogue: [
    () => orpc.catalogues.key(),
    () => orpc.levels.key(),
    () => orpc.matters.key(),
    () => orpc.steps.key(),
    () => orpc.statistics.key(),
  ],
  'free-step': [() => orpc.catalogues.freeSteps.key()],
  'note-debt': [() => orpc.noteWork.debts.key()],
  'note-template': [() => orpc.noteWork.templates.key()],
  'pinned-matter': [() => orpc.levels.key()],
  screen: [() => orpc.screens.list.key()],
  'screen-settings': [() => orpc.screens.settings.key()],
  office: [() => orpc.office.key(), () => orpc.programme.key()],
  // Whether both employers have agreed to what leaves stands with the employers.
  employer: [() => orpc.office.settings.key(), () => orpc.export.status.key()],
  bundle: [() => orpc.export.key()],
  snapshot: [() => orpc.office.listSnapshots.key()],
};

/**
 * Asks again what shows any of these entities. Notes that no screen shows now are forgotten, so that none which was closed
 * meanwhile comes back from memory before the office has answered. An entity that is not known asks everything again: late is worse than twice. */
export async function invalidateEntities(queryClient: QueryClient, entities: ReadonlySet<string>): Promise<void> {
  if ([...entities].some((entity) => CLOSES_NOTES.has(entity)))
    for (const key of NOTES) queryClient.removeQueries({ queryKey: key(), type: 'inactive' });
  const keys = new Map<string, QueryKey>();
  for (const entity of entities) {
    const known = ASKED_AGAIN[entity];
    if (!known) {
      await queryClient.invalidateQueries();
      return;
    }
    for (const key of known) keys.set(JSON.stringify(key()), key());
  }
  await Promise.all([...keys.values()].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
