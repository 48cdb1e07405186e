import accessDe from '../../resources/locales/de/access.json' with { type: 'json' };
import appointmentsDe from '../../resources/locales/de/appointments.json' with { type: 'json' };
import catalogueDe from '../../resources/locales/de/catalogue.json' with { type: 'json' };
import cataloguesDe from '../../resources/locales/de/catalogues.json' with { type: 'json' };
import commonDe from '../../resources/locales/de/common.json' with { type: 'json' };
import consultationsDe from '../../resources/locales/de/consultations.json' with { type: 'json' };
import deskDe from '../../resources/locales/de/desk.json' with { type: 'json' };
import duplicatesDe from '../../resources/locales/de/duplicates.json' with { type: 'json' };
import emergencyDe from '../../resources/locales/de/emergency.json' with { type: 'json' };
import exportingDe from '../../resources/locales/de/export.json' with { type: 'json' };
import faultsDe from '../../resources/locales/de/faults.json' with { type: 'json' };
import flatsDe from '../../resources/locales/de/flats.json' with { type: 'json' };
import followDe from '../../resources/locales/de/follow.json' with { type: 'json' };
import householdsDe from '../../resources/locales/de/households.json' with { type: 'json' };
import interpretersDe from '../../resources/locales/de/interpreters.json' with { type: 'json' };
import lettersDe from '../../resources/locales/de/letters.json' with { type: 'json' };
import mattersDe from '../../resources/locales/de/matters.json' with { type: 'json' };
import noteWorkDe from '../../resources/locales/de/note-work.json' with { type: 'json' };
import officeDe from '../../resources/locales/de/office.json' with { type: 'json' };
import partnersDe from '../../resources/locales/de/partners.json' with { type: 'json' };
import peopleDe from '../../resources/locales/de/people.json' with { type: 'json' };
import profileCardsDe from '../../resources/locales/de/profile-cards.json' with { type: 'json' };
import queueDe from '../../resources/locales/de/queue.json' with { type: 'json' };
import releasesDe from '../../resources/locales/de/releases.json' with { type: 'json' };
import screensDe from '../../resources/locales/de/screens.json' with { type: 'json' };
import searchDe from '../../resources/locales/de/search.json' with { type: 'json' };
import staffDe from '../../resources/locales/de/staff.json' with { type: 'json' };
import statisticsDe from '../../resources/locales/de/statistics.json' with { type: 'json' };
import accessEn from '../../resources/locales/en/access.json' with { type: 'json' };
import appointmentsEn from '../../resources/locales/en/appointments.json' with { type: 'json' };
import catalogueEn from '../../resources/locales/en/catalogue.json' with { type: 'json' };
import cataloguesEn from '../../resources/locales/en/catalogues.json' with { type: 'json' };
import commonEn from '../../resources/locales/en/common.json' with { type: 'json' };
import consultationsEn from '../../resources/locales/en/consultations.json' with { type: 'json' };
import deskEn from '../../resources/locales/en/desk.json' with { type: 'json' };
import duplicatesEn from '../../resources/locales/en/duplicates.json' with { type: 'json' };
import emergencyEn from '../../resources/locales/en/emergency.json' with { type: 'json' };
import exportingEn from '../../resources/locales/en/export.json' with { type: 'json' };
import faultsEn from '../../resources/locales/en/faults.json' with { type: 'json' };
import flatsEn from '../../resources/locales/en/flats.json' with { type: 'json' };
import followEn from '../../resources/locales/en/follow.json' with { type: 'json' };
import householdsEn from '../../resources/locales/en/households.json' with { type: 'json' };
import interpretersEn from '../../resources/locales/en/interpreters.json' with { type: 'json' };
import lettersEn from '../../resources/locales/en/letters.json' with { type: 'json' };
import mattersEn from '../../resources/locales/en/matters.json' with { type: 'json' };
import noteWorkEn from '../../resources/locales/en/note-work.json' with { type: 'json' };
import officeEn from '../../resources/locales/en/office.json' with { type: 'json' };
import partnersEn from '../../resources/locales/en/partners.json' with { type: 'json' };
import peopleEn from '../../resources/locales/en/people.json' with { type: 'json' };
import profileCardsEn from '../../resources/locales/en/profile-cards.json' with { type: 'json' };
import queueEn from '../../resources/locales/en/queue.json' with { type: 'json' };
import releasesEn from '../../resources/locales/en/releases.json' with { type: 'json' };
import screensEn from '../../resources/locales/en/screens.json' with { type: 'json' };
import searchEn from '../../resources/locales/en/search.json' with { type: 'json' };
import staffEn from '../../resources/locales/en/staff.json' with { type: 'json' };
import statisticsEn from '../../resources/locales/en/statistics.json' with { type: 'json' };

/** All texts of the staff's screens. A new feature adds its two files here and is then known to `t` by type. */
export const german = {
  staff: staffDe,
  statistics: statisticsDe,
  emergency: emergencyDe,
  export: exportingDe,
  flats: flatsDe,
  households: householdsDe,
  follow: followDe,
  interpreters: interpretersDe,
  letters: lettersDe,
  partners: partnersDe,
  people: peopleDe,
  matters: mattersDe,
  'note-work': noteWorkDe,
  duplicates: duplicatesDe,
  office: officeDe,
  access: accessDe,
  appointments: appointmentsDe,
  catalogue: catalogueDe,
  catalogues: cataloguesDe,
  common: commonDe,
  consultations: consultationsDe,
  desk: deskDe,
  faults: faultsDe,
  'profile-cards': profileCardsDe,
  queue: queueDe,
  releases: releasesDe,
  screens: screensDe,
  search: searchDe,
};

export const english = {
  staff: staffEn,
  statistics: statisticsEn,
  emergency: emergencyEn,
  export: exportingEn,
  flats: flatsEn,
  households: householdsEn,
  follow: followEn,
  interpreters: interpretersEn,
  letters: lettersEn,
  partners: partnersEn,
  people: peopleEn,
  matters: mattersEn,
  'note-work': noteWorkEn,
  duplicates: duplicatesEn,
  office: officeEn,
  access: accessEn,
  appointments: appointmentsEn,
  catalogue: catalogueEn,
  catalogues: cataloguesEn,
  common: commonEn,
  consultations: consultationsEn,
  desk: deskEn,
  faults: faultsEn,
  'profile-cards': profileCardsEn,
  queue: queueEn,
  releases: releasesEn,
  screens: screensEn,
  search: searchEn,
} satisfies Record<keyof typeof german, unknown>;
