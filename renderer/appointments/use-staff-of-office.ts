import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rightsOf } from '../../shared/access/rights.ts';
import { orpc } from '../rpc/client.ts';

export interface StaffOfOffice {
  id: string;
  displayName: string;
  /** The first word of the name, where there is little room. */
  firstName: string;
}

/** Everybody who works here now and has appointments. */
export function useStaffOfOffice(): readonly StaffOfOffice[] {
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  return useMemo(
    () =>
      (staff.data?.staff ?? [])
        .filter(({ active, roles }) => active && rightsOf(roles).has('appointments.work'))
        .map(({ id, displayName }) => ({ id, displayName, firstName: displayName.split(' ')[0] ?? displayName })),
    [staff.data],
  );
}
