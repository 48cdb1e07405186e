import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Outpost } from '../../../shared/appointments/consulting-hours.contract.ts';
import { orpc } from '../../rpc/client.ts';

/** The places outside the office that are in use. */
export function useOutposts(): readonly Outpost[] {
  const hours = useQuery(orpc.appointments.hours.queryOptions({ input: {} }));
  return useMemo(() => (hours.data?.outposts ?? []).filter(({ active }) => active), [hours.data]);
}
