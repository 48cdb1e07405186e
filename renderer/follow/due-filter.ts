import type { FollowUp } from '../../shared/consultations/consultations.contract.ts';

/** What the list is narrowed to; null: everything. */
export interface DueFilter {
  owner: FollowUp['owner'] | null;
  language: string | null;
  staffId: string | null;
}

/** Whether a follow-up is shown under the filter. What the filter leaves open (null) fits everything. */
export function matchesFilter(followUp: FollowUp, { owner, language, staffId }: DueFilter): boolean {
  return (
    (owner === null || followUp.owner === owner) &&
    (language === null || followUp.language === language) &&
    (staffId === null || followUp.staffId === staffId)
  );
}

/** The values that occur, for the choices: a filter that finds nothing is not offered. */
export function occurring(followUps: readonly FollowUp[], key: 'language' | 'staffId'): string[] {
  return [...new Set(followUps.flatMap((one) => one[key] ?? []))];
}
