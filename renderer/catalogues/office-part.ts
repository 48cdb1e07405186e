import { createContext, useContext } from 'react';
import type { OfficeCatalogue } from '../../shared/catalogues/catalogues.contract.ts';

export type OfficePart = Pick<OfficeCatalogue, 'additions' | 'switchedOff'>;

/** Before sign-in, and while the answer is on its way, the central part alone is known. */
export const CENTRAL_ALONE: OfficePart = { additions: [], switchedOff: [] };

export const OfficePartContext = createContext<OfficePart>(CENTRAL_ALONE);

/** What this office added to the central catalogue and switched off in it. */
export function useOfficePart(): OfficePart {
  return useContext(OfficePartContext);
}
