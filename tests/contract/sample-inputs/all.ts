import { accessSamples } from './access.ts';
import { appointmentsSamples } from './appointments.ts';
import { cataloguesSamples } from './catalogues.ts';
import { changesSamples } from './changes.ts';
import { consultationsSamples } from './consultations.ts';
import { correctionsSamples } from './corrections.ts';
import { duplicatesSamples } from './duplicates.ts';
import { emergencySamples } from './emergency.ts';
import { exportSamples } from './export.ts';
import { flatsSamples } from './flats.ts';
import { householdsSamples } from './households.ts';
import { interpretersSamples } from './interpreters.ts';
import { lettersSamples } from './letters.ts';
import { levelsSamples } from './levels.ts';
import { mattersSamples } from './matters.ts';
import { noteWorkSamples } from './note-work.ts';
import { obstaclesSamples } from './obstacles.ts';
import { officeSamples } from './office.ts';
import { partnersSamples } from './partners.ts';
import type { SampleInputs } from './parts.ts';
import { peopleSamples } from './people.ts';
import { phoneSamples } from './phone.ts';
import { profileCardsSamples } from './profile-cards.ts';
import { programmeSamples } from './programme.ts';
import { queueSamples } from './queue.ts';
import { releasesSamples } from './releases.ts';
import { screensSamples } from './screens.ts';
import { searchSamples } from './search.ts';
import { statisticsSamples } from './statistics.ts';
import { stepsSamples } from './steps.ts';

/** A valid input for every procedure, by feature. */
export const sampleInputs: SampleInputs = {
  access: accessSamples,
  appointments: appointmentsSamples,
  catalogues: cataloguesSamples,
  changes: changesSamples,
  consultations: consultationsSamples,
  corrections: correctionsSamples,
  duplicates: duplicatesSamples,
  emergency: emergencySamples,
  export: exportSamples,
  flats: flatsSamples,
  households: householdsSamples,
  interpreters: interpretersSamples,
  letters: lettersSamples,
  levels: levelsSamples,
  matters: mattersSamples,
  noteWork: noteWorkSamples,
  obstacles: obstaclesSamples,
  office: officeSamples,
  partners: partnersSamples,
  people: peopleSamples,
  phone: phoneSamples,
  profileCards: profileCardsSamples,
  programme: programmeSamples,
  queue: queueSamples,
  releases: releasesSamples,
  screens: screensSamples,
  search: searchSamples,
  statistics: statisticsSamples,
  steps: stepsSamples,
};
