import type { App, Session, WebContents } from 'electron';
import { pageKindOf } from '../../shared/desktop/desk-page.ts';

type GuardedApp = Pick<App, 'on' | 'enableSandbox'>;
export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'getURL'>;
export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setCertificateVerifyProc'
  | 'setSpellCheckerEnabled'
  | 'on'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** Chromium's word for a certificate that is refused. */
const CERTIFICATE_REFUSED = -2;

/** Everything that leads off this computer, and the disk. */
const NOT_OURS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** What the desk offers to save: a printed letter, the office's public key. Nothing of it can run. */
const SAVED_TYPES = ['application/pdf', 'application/x-pem-file'];

/** What holds for the whole program, before its first window: each page in a sandbox, each page guarded. */
export function guardApp(app: GuardedApp): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // Nothing is loaded from a server; whatever asks for a certificate has no business here.
  app.on('certificate-error', (event, _contents, _address, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _address, _certificates, callback) => {
    // Security: without this, Electron shows the server the first certificate that it finds.
    event.preventDefault();
    callback();
  });
}

/** Keeps one page where it is: at the desk, kiosk or display, in one window, with nothing embedded from elsewhere. */
export function guardContents(contents: GuardedContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (details) => {
    if (!isSamePage(contents, details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!(details.isMainFrame ? isSamePage(contents, details.url) : isPreview(details.url))) details.preventDefault();
  });
  // Our pages are never moved.
  contents.on('will-redirect', (details) => details.preventDefault());
}

/** Refuses a session every permission and device, the network, and every file but those that the desk offers to save. */
export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setCertificateVerifyProc((_request, callback) => callback(CERTIFICATE_REFUSED));
  // The dictionary would be fetched from a server, and what is typed would be learnt.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: NOT_OURS }, (_details, callback) => callback({ cancel: true }));
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL()) || !SAVED_TYPES.includes(item.getMimeType())) event.preventDefault();
  });
}

/**
 * Whether a page would load itself again. The shell's own page, which says why there is no office, leads to the desk.
 *
 * Security: who touches a kiosk must not come to the desk from there.
 */
function isSamePage(contents: GuardedContents, address: string): boolean {
  return pageKindOf(address) === (pageKindOf(contents.getURL()) ?? 'desk');
}

/** What a frame inside the desk may show: what the desk itself wrote into it. */
function isPreview(address: string): boolean {
  return address === 'about:blank' || address === 'about:srcdoc' || isOwnBlob(address);
}

function isOwnBlob(address: string): boolean {
  // Security: with the slash; `blob:app://desk.elsewhere/` is not ours.
  return address.startsWith('blob:app://desk/');
}
