import { centralIdOf } from '../catalogue/own-ids.ts';
import type { BringItem } from './letter-sheet.ts';

// What these places usually ask to see (practice of the counselling offices); a suggestion on paper, not a condition.
const BY_TOPIC: Readonly<Record<string, readonly BringItem[]>> = {
  birth: ['birthCertificate', 'healthCard'],
  kita: ['birthCertificate', 'vaccinationRecord'],
  'school-enrolment': ['birthCertificate', 'vaccinationRecord'],
  school: ['certificates'],
  'german-course': ['certificates'],
  education: ['certificates'],
  'job-search': ['certificates'],
  employment: ['certificates'],
  recognition: ['certificates'],
  'power-gas': ['rentalContract', 'meterReading'],
  housing: ['rentalContract'],
  'moving-in': ['rentalContract'],
  landlord: ['rentalContract'],
  'health-access': ['healthCard'],
};

/** What the client is asked to bring along for this topic, or for what it belongs to: letter, identity and papers always. */
export function bringItemsFor(topic: string | null): BringItem[] {
  const central = topic === null ? null : centralIdOf(topic);
  return [
    'letter',
    'id',
    'papers',
    ...(central !== null && Object.hasOwn(BY_TOPIC, central) ? (BY_TOPIC[central] ?? []) : []),
  ];
}
