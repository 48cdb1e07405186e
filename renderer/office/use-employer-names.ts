import { useQuery } from '@tanstack/react-query';
import { useSession } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';

/** The names of both employers as their letterheads have them; one's own is always known. */
export function useEmployerNames(): Readonly<Record<'city' | 'partner', string | null>> {
  const session = useSession();
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  const nameOf = (kind: 'city' | 'partner') =>
    settings.data?.employers.find((employer) => employer.kind === kind)?.letterhead.name ??
    (session.employerKind === kind ? session.employerName : null);
  return { city: nameOf('city'), partner: nameOf('partner') };
}
