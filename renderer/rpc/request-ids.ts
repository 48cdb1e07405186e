/** The id of one command, kept for a retry until the office has answered it one way or the other. */
export interface PendingRequest {
  id: string;
  /** To be called when an answer came, a refusal too: the next try is a new wish. */
  settled(): void;
}

export type RequestIds = ReturnType<typeof createRequestIds>;

/** Request ids by what was asked. A try whose answer was lost keeps its id, so that trying again does not do it twice. */
export function createRequestIds(makeId: () => string) {
  const unanswered = new Map<string, string>();
  return {
    take(asked: string): PendingRequest {
      const id = unanswered.get(asked) ?? makeId();
      unanswered.set(asked, id);
      return {
        id,
        settled: () => {
          if (unanswered.get(asked) === id) unanswered.delete(asked);
        },
      };
    },
    /** Another person must not repeat what this one asked. */
    forgetAll: () => unanswered.clear(),
  };
}

export const requestIds = createRequestIds(() => crypto.randomUUID());
