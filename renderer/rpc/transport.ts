import type { ClientContext, ClientLink } from '@orpc/client';

/** One open line to the office. It is used until it closes and never opened again. */
export interface OpenedLink {
  link: ClientLink<ClientContext>;
  /** Resolves when the line is gone, for whatever reason. */
  whenClosed: Promise<void>;
}

/** Opens a new line; rejects when the office cannot be reached. */
export type Transport = () => Promise<OpenedLink>;
