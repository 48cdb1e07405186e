import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useFaultText } from '../i18n/fault-text.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { type Fault, faultOf } from './fault.ts';
import { invalidateEntities } from './invalidation.ts';
import { requestIds } from './request-ids.ts';
import { tellSignedOut } from './signed-out.ts';

/** A procedure of `orpc` that takes a requestId. */
interface CommandProcedure<I, O> {
  call: (input: I) => Promise<O>;
  key(): readonly unknown[];
}

/**
 * A button shows that it waits only after this. Most answers are there sooner, and a frame drawn to say that one is
 * awaited would come between the key and the answer.
 */
const SHOWN_AS_WAITING_AFTER_MS = 60;

export interface CommandOptions<O> {
  /** Runs after the office has said yes; screens are asked again by its change events, not from here. */
  onDone?: (output: O) => void;
  /** What to ask again although the office tells no change of it: it never tells of notes, not even that there is one. */
  untold?: readonly string[];
  /** Says who was quicker, once the fresh state is there; without it the general text is shown. */
  conflictText?: () => string | null;
  /** The faults that the screen shows itself, beside the field; all others go to the notice bar. */
  onFault?: (fault: Fault, text: string) => 'shown' | 'tell';
}

export interface Command<I, O> {
  /**
   * Resolves with the answer, or null when it failed; the failure has been told by then. Asked the same again before the
   * answer is there (a key that bounced), it is one wish with one answer.
   */
  run: (input: Omit<I, 'requestId'>) => Promise<O | null>;
  /** Whether an answer lets itself be waited for. */
  pending: boolean;
  fault: Fault | null;
}

/**
 * One command of the contract. Adds the requestId and keeps it for a retry of the same thing, so that an answer that
 * was lost on the way does not do it twice. A CONFLICT fetches what is there now and says so.
 */
export function useCommand<I extends { requestId: string }, O>(
  procedure: CommandProcedure<I, O>,
  options: CommandOptions<O> = {},
): Command<I, O> {
  const queryClient = useQueryClient();
  const faultText = useFaultText();
  const [pending, setPending] = useState(0);
  const [fault, setFault] = useState<Fault | null>(null);
  const latest = useRef({ procedure, options, faultText });
  latest.current = { procedure, options, faultText };
  const running = useRef(new Map<string, Promise<O | null>>());

  const ask = useCallback(
    async (input: Omit<I, 'requestId'>, wish: string): Promise<O | null> => {
      const { procedure: asked } = latest.current;
      const request = requestIds.take(wish);
      let shownAsWaiting = false;
      const timer = window.setTimeout(() => {
        shownAsWaiting = true;
        setPending((count) => count + 1);
      }, SHOWN_AS_WAITING_AFTER_MS);
      try {
        // The rest of I is in `input`; TypeScript can't see that Omit plus the omitted key is I again.
        const answered = asked.call({ ...input, requestId: request.id } as unknown as I);
        setFault(null);
        const output = await answered;
        request.settled();
        const { untold, onDone } = latest.current.options;
        if (untold) void invalidateEntities(queryClient, new Set(untold));
        onDone?.(output);
        return output;
      } catch (error) {
        const found = faultOf(error);
        if (found.code !== 'CONNECTION') request.settled();
        if (found.code === 'CONFLICT' || found.code === 'NOT_FOUND') await queryClient.invalidateQueries();
        if (found.code === 'UNAUTHENTICATED') tellSignedOut();
        setFault(found);
        const { options: now, faultText: say } = latest.current;
        const text = (found.code === 'CONFLICT' ? now.conflictText?.() : null) ?? say(found);
        if (now.onFault?.(found, text) !== 'shown')
          showNotice({ kind: found.code === 'CONFLICT' ? 'notice' : 'error', text });
        return null;
      } finally {
        window.clearTimeout(timer);
        if (shownAsWaiting) setPending((count) => count - 1);
        running.current.delete(wish);
      }
    },
    [queryClient],
  );
  const run = useCallback(
    (input: Omit<I, 'requestId'>): Promise<O | null> => {
      const wish = JSON.stringify([latest.current.procedure.key(), input]);
      const answer = running.current.get(wish) ?? ask(input, wish);
      running.current.set(wish, answer);
      return answer;
    },
    [ask],
  );
  return { run, pending: pending > 0, fault };
}
