/** The scheme of the pages that are part of the program. It reaches no network and no disk. */
export const PAGE_SCHEME = 'app';

/** The folder of the desk's page: the address of the page itself, and the start of each of its screens. */
export const DESK_PAGE = 'app://desk/desk/';

/** What a page of the desk sends when it is ready to be given its line to the office. */
export const PAGE_READY = 'tandem:ready';

/** What the line to the office comes with: from the shell to the preload script, and from there to the page. */
export const OFFICE_LINE = 'tandem:port';

/**
 * Whether an address, as the browser writes it, is one of the desk's own.
 *
 * Security: the slashes at the end are part of the comparison; without them `app://desk.elsewhere/` would pass.
 */
export function isDeskPage(address: string): boolean {
  return address.startsWith(DESK_PAGE);
}
