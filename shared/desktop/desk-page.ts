/** The scheme of the pages that are part of the program. It reaches no network and no disk. */
export const PAGE_SCHEME = 'app';

/** The folder of the desk's page: the address of the page itself, and the start of each of its screens. */
export const DESK_PAGE = 'app://desk/desk/';

/** The pages of the second windows. Another host than the desk's, and so another origin: neither reads the other's storage. */
export const SCREEN_PAGES = { kiosk: 'app://screen/kiosk/', display: 'app://screen/display/' } as const;

/** The kinds of page that are given a line to the office. */
export const PAGE_KINDS = ['desk', 'kiosk', 'display'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What one of our pages sends when it is ready to be given its line to the office. */
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

/** Which of our pages stands at an address, as the browser writes it; null: none of them. Security: as above. */
export function pageKindOf(address: string): PageKind | null {
  if (isDeskPage(address)) return 'desk';
  if (address.startsWith(SCREEN_PAGES.kiosk)) return 'kiosk';
  return address.startsWith(SCREEN_PAGES.display) ? 'display' : null;
}
