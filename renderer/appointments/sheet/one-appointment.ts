import type { OfficeClient } from '../../rpc/client.ts';

/** One appointment with who takes part, what happened to it, and what is packed for it. */
export type OneAppointment = Awaited<ReturnType<OfficeClient['appointments']['get']>>;
