import { useTranslation } from 'react-i18next';
import type { OfficeClient } from '../../rpc/client.ts';
import { useStaffOfOffice } from '../use-staff-of-office.ts';

export type CheckResult = Awaited<ReturnType<OfficeClient['appointments']['check']>>;
type Overlap = CheckResult['overlaps'][number];

/** What stands in the way of an appointment, in sentences: what is refused, what is told. */
export function useObstacleWords(): (found: CheckResult) => { refusals: string[]; warnings: string[] } {
  const { t } = useTranslation('appointments');
  const staff = useStaffOfOffice();
  const overlap = ({ kind, staffId, from, to }: Overlap): string =>
    t(`overlap.${kind}`, {
      name: staff.find(({ id }) => id === staffId)?.firstName ?? t('overlap.somebody'),
      from: from ?? '',
      to: to ?? '',
    });
  const overlapsOf = (found: CheckResult, kinds: readonly Overlap['kind'][]) => [
    ...new Set(found.overlaps.filter(({ kind }) => kinds.includes(kind)).map(overlap)),
  ];
  return (found) => ({
    refusals: found.refusals.flatMap((refusal) => {
      if (refusal === 'overlaps') return overlapsOf(found, ['staff', 'interpreter']);
      if (refusal === 'closed' && found.holiday !== null) return [t('refusal.holiday', { holiday: found.holiday })];
      return [t(`refusal.${refusal}`)];
    }),
    warnings: [
      ...found.warnings.flatMap((warning) => {
        if (warning === 'travel') return overlapsOf(found, ['travel', 'interpreter-travel']);
        if (warning === 'person-elsewhere') return overlapsOf(found, ['person']);
        return [t(`warning.${warning}`)];
      }),
      ...(found.comesTwice ? [t('warning.comes-twice')] : []),
    ],
  });
}
