import { z } from 'zod';
import type { LinePort } from './shell-port.ts';

/** A note of 20,000 characters, each escaped, with room to spare; nothing that a screen sends is larger. */
const LARGEST_MESSAGE = 256 * 1024;
/** Calls that one screen may have open; it has a handful. */
const MOST_CALLS_AT_ONCE = 256;

const CallId = z.string().max(40);
/** What oRPC's peer reads: a call, or (kind 4) that one is given up. */
const Call = z.strictObject({
  i: CallId,
  p: z.strictObject({
    u: z
      .string()
      .max(200)
      .regex(/^\/[A-Za-z0-9/_-]*$/),
    b: z.unknown().optional(),
    h: z.record(z.string(), z.unknown()).optional(),
    m: z.string().max(10).optional(),
  }),
});
const GivenUp = z.strictObject({ i: CallId, t: z.literal(4), p: z.unknown().optional() });
const FromScreen = z.union([GivenUp, Call]);

/** The start of a message to the screen: which call it answers, and whether more follows. */
const Answer = z.looseObject({
  i: CallId,
  t: z.number().optional(),
  p: z.looseObject({ e: z.string().optional(), h: z.record(z.string(), z.unknown()).optional() }).optional(),
});

/** A screen's line as oRPC may see it. */
export interface OfficeLine extends Pick<LinePort, 'on' | 'postMessage'> {
  /** Lets messages come. */
  open(): void;
  /** Closes the line and tells so everybody who listens for its end; a second time does nothing. */
  end(): void;
}

/**
 * Lets only well-formed calls through to oRPC, and not too many at once. A line on which anything else comes is ended:
 * oRPC would throw where nobody catches it, which ends the whole office.
 */
export function guardLine(port: LinePort): OfficeLine {
  const open = new Set<string>();
  const closeListeners = new Set<() => void>();
  let ended = false;

  const end = (): void => {
    if (ended) return;
    ended = true;
    // Electron tells only the other end of a port that it was closed, never the one that closes it.
    for (const listener of closeListeners) listener();
    port.close();
  };
  const admit = (data: unknown): boolean => {
    const message = typeof data === 'string' && data.length <= LARGEST_MESSAGE ? parse(FromScreen, data) : null;
    if (!message) return false;
    if ('t' in message) open.delete(message.i);
    else open.add(message.i);
    return open.size <= MOST_CALLS_AT_ONCE;
  };

  port.on('close', end);
  return {
    on(event: 'message' | 'close', listener: (message: { data: unknown }) => void) {
      if (event === 'close') return closeListeners.add(listener as () => void);
      return port.on('message', ({ data }) => {
        if (ended) return;
        if (admit(data)) listener({ data });
        else end();
      });
    },
    postMessage(message) {
      if (typeof message === 'string') forgetAnswered(open, message);
      if (!ended) port.postMessage(message);
    },
    open: () => port.start(),
    end,
  };
}

/** A call is over with its reply; one that streams, with the stream's end. */
function forgetAnswered(open: Set<string>, message: string): void {
  // A PDF of some megabytes is a reply, and no stream begins with one: not worth a second reading.
  if (message.length > LARGEST_MESSAGE) {
    const id = /^\{"i":"([^"]{1,40})"/.exec(message.slice(0, 60))?.[1];
    if (id) open.delete(id);
    return;
  }
  const answer = parse(Answer, message);
  if (!answer) return;
  const beginsStream = answer.t !== 3 && answer.p?.h?.['content-type'] === 'text/event-stream';
  const goesOn = answer.t === 3 && answer.p?.e !== 'done' && answer.p?.e !== 'error';
  if (!beginsStream && !goesOn) open.delete(answer.i);
}

function parse<T extends z.ZodType>(schema: T, text: string): z.infer<T> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
