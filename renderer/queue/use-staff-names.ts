import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { orpc } from '../rpc/client.ts';

/** From a staff id to the name, for "called by" and "fits". Empty until the list is there. */
export function useStaffNames(): (staffId: string | null) => string {
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  return useCallback(
    (staffId: string | null) => staff.data?.staff.find((one) => one.id === staffId)?.displayName ?? '',
    [staff.data],
  );
}
