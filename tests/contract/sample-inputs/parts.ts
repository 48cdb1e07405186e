import { randomUUID } from 'node:crypto';
import type { InferContractRouterInputs } from '@orpc/contract';
import type { Contract } from '../../../shared/contract.ts';

type Inputs = InferContractRouterInputs<Contract>;
/** A valid input for each procedure of a feature; the type finds the one that a new procedure lacks. */
export type SamplesOf<F extends keyof Inputs> = { [P in keyof Inputs[F]]: () => Inputs[F][P] };
/** The same for every feature: the type finds the one that a new feature lacks. */
export type SampleInputs = { [F in keyof Inputs]: SamplesOf<F> };

/** Ids of nothing: what a command would change is not there, so that the sweep changes next to nothing. */
export const id = '01900000-0000-7000-8000-000000000000';
export const on = () => ({ requestId: randomUUID(), id, revision: 1 });
export const onTicket = () => ({ requestId: randomUUID(), ticketId: id, revision: 1 });
/** No row ever has this revision: a CONFLICT. */
export const stale = { revision: 999_999 };
