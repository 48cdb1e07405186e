import type { Session } from 'electron';
import { vi } from 'vitest';
import type { ShellSession } from '../electron-parts.ts';
import { createEvents, type Events } from './events.ts';

type Handled = Parameters<ShellSession['protocol']['handle']>[1];

/** A session that remembers what it was told. */
export interface FakeSession {
  /** As the shell is given it. */
  session: Session;
  told: {
    [Name in Exclude<keyof ShellSession, 'on' | 'webRequest' | 'protocol'>]: ReturnType<
      typeof vi.fn<ShellSession[Name]>
    >;
  } & { onBeforeRequest: ReturnType<typeof vi.fn> };
  /** The protocol handlers by scheme. */
  handlers: Map<string, Handled>;
  happen: Events['happen'];
}

export function fakeSession(): FakeSession {
  const events = createEvents();
  const handlers = new Map<string, Handled>();
  const told = {
    setPermissionRequestHandler: vi.fn<ShellSession['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<ShellSession['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<ShellSession['setDevicePermissionHandler']>(),
    setDisplayMediaRequestHandler: vi.fn<ShellSession['setDisplayMediaRequestHandler']>(),
    setCertificateVerifyProc: vi.fn<ShellSession['setCertificateVerifyProc']>(),
    setSpellCheckerEnabled: vi.fn<ShellSession['setSpellCheckerEnabled']>(),
    onBeforeRequest: vi.fn<(...values: unknown[]) => void>(),
  };
  const { onBeforeRequest, ...functions } = told;
  const double = {
    ...functions,
    on: events.on as unknown as ShellSession['on'], // see events.ts
    webRequest: { onBeforeRequest },
    protocol: { handle: (scheme, handler) => void handlers.set(scheme, handler) },
  } satisfies ShellSession;
  // Electron's window options ask for a whole session; the shell only passes it on.
  return { session: double as unknown as Session, told, handlers, happen: events.happen };
}
