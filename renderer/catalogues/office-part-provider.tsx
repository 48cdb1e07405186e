import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../rpc/client.ts';
import { CENTRAL_ALONE, OfficePartContext } from './office-part.ts';

/** Asks once what the office made of the catalogue, and again when somebody has changed it; every label below reads it. */
export function OfficePartProvider({ children }: { children: ReactNode }) {
  // The office tells when it changes: nothing is asked again by the clock.
  const forever = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };
  const read = useQuery({ ...orpc.catalogues.read.queryOptions({ input: {} }), ...forever });
  return <OfficePartContext value={read.data ?? CENTRAL_ALONE}>{children}</OfficePartContext>;
}
