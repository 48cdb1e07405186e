import type { WebSocket } from 'ws';
import { z } from 'zod';

/** What oRPC's peer reads: id, kind (nothing: a call; 4: it is aborted) and the call. Nothing else is let through to it. */
const Frame = z.union([
  z.strictObject({ i: z.string().max(40), t: z.literal(4), p: z.unknown().optional() }),
  z.strictObject({
    i: z.string().max(40),
    p: z.strictObject({
      u: z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z0-9/_-]*$/),
      b: z.unknown().optional(),
      h: z.record(z.string(), z.unknown()).optional(),
      m: z.string().max(10).optional(),
    }),
  }),
]);

type PeerSocket = Pick<WebSocket, 'addEventListener' | 'send'>;
export interface SocketLimits {
  /** Calls that may be open at once. */
  mostCallsAtOnce: number;
  /** Asked for each message; false ends the connection. */
  mayCall?: () => boolean;
}
type MessageListener = (event: { data: string }) => void;

/**
 * Hands on only messages of the right form. oRPC writes the text of a parse error to the console, and with it what was
 * sent; such a connection is closed here instead.
 */
export function onlyWellFormed(webSocket: WebSocket, limits: SocketLimits): PeerSocket {
  const open = new Set<string>();
  const addEventListener = (type: string, listener: unknown): void => {
    if (type !== 'message') {
      webSocket.addEventListener('close', listener as () => void);
      return;
    }
    webSocket.on('message', (bytes, isBinary) => {
      // With the default binaryType, ws hands over one Buffer.
      if (limits.mayCall && !limits.mayCall()) return webSocket.close(1008);
      const text = isBinary ? null : (bytes as Buffer).toString('utf8');
      const frame = text === null ? null : parseFrame(text);
      if (text === null || !frame) return webSocket.close(1008);
      if ('t' in frame) open.delete(frame.i);
      else open.add(frame.i);
      if (open.size > limits.mostCallsAtOnce) return webSocket.close(1008);
      (listener as MessageListener)({ data: text });
    });
  };
  const send: PeerSocket['send'] = (message: Parameters<PeerSocket['send']>[0]) => {
    if (typeof message === 'string') forgetAnswered(open, message);
    // A reply to a window that was closed meanwhile has nobody to go to.
    if (webSocket.readyState === webSocket.OPEN) webSocket.send(message);
  };
  // oRPC uses these two only, with the event types 'message' and 'close'.
  return { addEventListener, send };
}

/** The start of a message to the screen: which call it answers, and whether more follows. */
const ANSWER = /^\{"i":"([^"]{1,40})"(?:,"t":(\d))?(?:,"p":\{(?:"e":"(\w+)"|"h":\{[^}]*(event-stream))?)?/;

/** A call is over with its reply; one that streams, with the stream's end. */
function forgetAnswered(open: Set<string>, message: string): void {
  const [, id, type, event, stream] = ANSWER.exec(message.slice(0, 300)) ?? [];
  if (id && !stream && (type !== '3' || event === 'done' || event === 'error')) open.delete(id);
}

function parseFrame(text: string): z.infer<typeof Frame> | null {
  try {
    return Frame.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
