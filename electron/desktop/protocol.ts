import type { CustomScheme, Protocol } from 'electron';
import { PAGE_SCHEME, pageKindOf } from '../../shared/desktop/desk-page.ts';
import { REFUSALS } from '../../shared/desktop/shell-messages.ts';
import { findPageFile, type PageFile } from '../../shared/node/page-files.ts';
import { OFFICE_AWAY_PAGE, officeAwayPage } from './office-away-page.ts';
import { DESK_HEADERS, PRINT_HEADERS, SCREEN_HEADERS } from './page-headers.ts';

/**
 * What Chromium is told of our scheme before it starts: addresses have a host, so that one page can't read another's
 * storage, and pages count as secure; a page may fetch its own files (the voices of kiosk and display). Nothing more: no
 * CORS, no service workers, no way round the content policy.
 */
export const PAGE_SCHEMES: CustomScheme[] = [
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
];

type Handler = Parameters<Protocol['handle']>[1];

/** Answers `app://desk/…` with the built screens. Every other host, method and path is refused. */
export function createDeskHandler(files: ReadonlyMap<string, PageFile>, locale: string): Handler {
  return (request) => {
    const path = pathOf(request, 'desk');
    if (path === null) return refusal(404);
    if (request.method !== 'GET') return refusal(405);
    const why = REFUSALS.find((reason) => `${OFFICE_AWAY_PAGE}${reason}` === request.url);
    if (why)
      return page(new TextEncoder().encode(officeAwayPage(why, locale)), 'text/html; charset=utf-8', DESK_HEADERS);
    const file = findPageFile(files, path);
    return file ? page(file.body, file.contentType, DESK_HEADERS) : refusal(404);
  };
}

/** Answers `app://screen/kiosk/…` and `app://screen/display/…`; only the second windows' session has this, and no desk. */
export function createScreenHandler(files: ReadonlyMap<string, PageFile>): Handler {
  return (request) => {
    const path = pathOf(request, 'screen');
    const kind = pageKindOf(request.url);
    if (path === null || kind === null || !path.startsWith(`/${kind}/`)) return refusal(404);
    if (request.method !== 'GET') return refusal(405);
    const file = findPageFile(files, path);
    return file ? page(file.body, file.contentType, SCREEN_HEADERS) : refusal(404);
  };
}

/** Answers `app://print/NUMBER` with a document that waits to be printed; only the printing window's session has this. */
export function createPrintHandler(documents: ReadonlyMap<string, string>): Handler {
  return (request) => {
    const path = pathOf(request, 'print');
    const html = path === null || request.method !== 'GET' ? undefined : documents.get(path.slice(1));
    if (html === undefined) return refusal(404);
    return page(new TextEncoder().encode(html), 'text/html; charset=utf-8', PRINT_HEADERS);
  };
}

/**
 * The path of an address of ours on exactly this host; null: it is none.
 *
 * Security: the host is compared with the slash after it and as the browser writes it, so that neither
 * `app://desk.elsewhere`, a name or password before the host nor a port passes. The path only looks up
 * a list of names (shared/node/page-files.ts).
 */
function pathOf(request: { url: string }, host: string): string | null {
  if (!request.url.startsWith(`${PAGE_SCHEME}://${host}/`)) return null;
  return URL.parse(request.url)?.pathname ?? null;
}

function page(body: Uint8Array<ArrayBuffer>, contentType: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { status: 200, headers: { ...headers, 'Content-Type': contentType } });
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: DESK_HEADERS });
}
