import type { IpcMain, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import { OFFICE_LINE, PAGE_READY, type PageKind, pageKindOf } from '../../shared/desktop/desk-page.ts';
import type { OfficeBridge, OfficePage } from './office-bridge.ts';

type Frame = Pick<WebFrameMain, 'url' | 'parent' | 'postMessage'>;
type Contents = Pick<WebContents, 'once' | 'on' | 'isDestroyed'> & { readonly mainFrame: Frame };

/** What a window of ours shows. */
export interface OwnContents {
  readonly kind: PageKind;
  readonly contents: Contents;
}

/**
 * What our own pages send is listened to, each for what its window was opened for; everything else that arrives is not
 * even answered.
 *
 * @returns the window's kind; null: nobody of ours
 */
export function senderKind(
  event: { sender: Contents; senderFrame: Frame | null },
  own: readonly OwnContents[],
): PageKind | null {
  const { sender, senderFrame } = event;
  const window = own.find(({ contents }) => contents === sender);
  if (!window) return null;
  // Null: the frame has gone on to another page since it sent this.
  if (senderFrame === null || senderFrame.parent !== null) return null;
  // Security: a kiosk's window that shows another page, were it the desk's, gets no line.
  return pageKindOf(senderFrame.url) === window.kind ? window.kind : null;
}

/** Gives each of our pages its line to the office whenever it says that it is ready, and ends the line when it goes. */
export function serveLines(parts: {
  ipcMain: Pick<IpcMain, 'on'>;
  bridge: Pick<OfficeBridge, 'connect' | 'disconnect'>;
  listOwnContents: () => readonly OwnContents[];
}): void {
  const { ipcMain, bridge, listOwnContents } = parts;
  const pages = new WeakMap<Contents, OfficePage>();

  function pageOf(contents: Contents, kind: PageKind): OfficePage {
    const known = pages.get(contents);
    if (known) return known;
    const page: OfficePage = { kind, handOver: (port) => handOver(contents, kind, port) };
    pages.set(contents, page);
    const leave = (): void => bridge.disconnect(page);
    contents.once('destroyed', leave);
    contents.on('render-process-gone', leave);
    // Once another page is there; a navigation that was only tried and refused leaves the line as it is.
    contents.on('did-navigate', leave);
    return page;
  }

  ipcMain.on(PAGE_READY, (event) => {
    const kind = senderKind(event, listOwnContents());
    if (kind !== null) bridge.connect(pageOf(event.sender, kind));
  });
}

/**
 * Security: the page may have changed between its word and this moment (a restart of the office comes minutes later),
 * so its address is looked at again; a line that nobody may have is closed.
 */
function handOver(contents: Contents, kind: PageKind, port: MessagePortMain): void {
  if (contents.isDestroyed() || pageKindOf(contents.mainFrame.url) !== kind) return port.close();
  contents.mainFrame.postMessage(OFFICE_LINE, null, [port]);
}
