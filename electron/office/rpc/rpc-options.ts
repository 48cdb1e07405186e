import { ORPCError } from '@orpc/server';
import { faultError } from './router.ts';

interface Step {
  next(): Promise<unknown>;
}

/**
 * For each host's RPCHandler. What can't even be read as a call's input (a date that is none, a type at a place that is
 * not there) never reaches the router's own turning of failures into faults; it is told in the same words.
 */
export const rpcOptions = {
  interceptors: [
    async <T extends Step>({ next }: T): Promise<Awaited<ReturnType<T['next']>>> => {
      try {
        // The same promise that the handler waits for.
        return (await next()) as Awaited<ReturnType<T['next']>>;
      } catch (error) {
        throw error instanceof ORPCError ? error : faultError('INVALID_INPUT', { fields: [] });
      }
    },
  ],
};
