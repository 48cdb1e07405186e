import { useTranslation } from 'react-i18next';
import type { EmployerKind } from '../../shared/access/access.contract.ts';
import { useSession } from '../access/session-store.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';

/** The two employers in a sentence: by name, as soon as the names are there. */
export function useEmployerWords(): { own: string; other: string; nameOf: (kind: EmployerKind) => string } {
  const { t } = useTranslation('people');
  const { employerKind } = useSession();
  const names = useEmployerNames();
  const nameOf = (kind: EmployerKind) => names[kind] ?? t(`timeline.employer.${kind}`);
  return { own: nameOf(employerKind), other: nameOf(employerKind === 'city' ? 'partner' : 'city'), nameOf };
}
