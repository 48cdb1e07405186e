import { accessContract } from './access/access.contract.ts';
import { appointmentsContract } from './appointments/appointments.contract.ts';
import { cataloguesContract } from './catalogues/catalogues.contract.ts';
import { changesContract } from './changes/changes.contract.ts';
import { consultationsContract } from './consultations/consultations.contract.ts';
import { levelsContract } from './consultations/levels.contract.ts';
import { emergencyContract } from './emergency/emergency.contract.ts';
import { exportContract } from './export/export.contract.ts';
import { flatsContract } from './flats/flats.contract.ts';
import { householdsContract } from './households/households.contract.ts';
import { interpretersContract } from './interpreters/interpreters.contract.ts';
import { correctionsContract } from './letters/corrections.contract.ts';
import { lettersContract } from './letters/letters.contract.ts';
import { mattersContract } from './matters/matters.contract.ts';
import { noteWorkContract } from './note-work/note-work.contract.ts';
import { obstaclesContract } from './obstacles/obstacles.contract.ts';
import { officeContract } from './office/office.contract.ts';
import { partnersContract } from './partners/partners.contract.ts';
import { duplicatesContract } from './people/duplicates.contract.ts';
import { peopleContract } from './people/people.contract.ts';
import { phoneContract } from './phone/phone.contract.ts';
import { profileCardsContract } from './profile-cards/profile-cards.contract.ts';
import { programmeContract } from './programme/programme.contract.ts';
import { queueContract } from './queue/queue.contract.ts';
import { releasesContract } from './releases/releases.contract.ts';
import { screensContract } from './screens/screens.contract.ts';
import { searchContract } from './search/search.contract.ts';
import { statisticsContract } from './statistics/statistics.contract.ts';
import { stepsContract } from './steps/steps.contract.ts';

/** The only list of what can be called. */
export const contract = {
  access: accessContract,
  appointments: appointmentsContract,
  catalogues: cataloguesContract,
  changes: changesContract,
  consultations: consultationsContract,
  corrections: correctionsContract,
  duplicates: duplicatesContract,
  emergency: emergencyContract,
  export: exportContract,
  flats: flatsContract,
  households: householdsContract,
  interpreters: interpretersContract,
  letters: lettersContract,
  levels: levelsContract,
  matters: mattersContract,
  noteWork: noteWorkContract,
  office: officeContract,
  obstacles: obstaclesContract,
  partners: partnersContract,
  people: peopleContract,
  profileCards: profileCardsContract,
  programme: programmeContract,
  phone: phoneContract,
  queue: queueContract,
  releases: releasesContract,
  screens: screensContract,
  search: searchContract,
  statistics: statisticsContract,
  steps: stepsContract,
};
export type Contract = typeof contract;
