import type { IpcMain, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import { isDeskPage, OFFICE_LINE, PAGE_READY } from '../../shared/desktop/desk-page.ts';
import type { OfficeBridge, OfficePage } from './office-bridge.ts';

type Frame = Pick<WebFrameMain, 'url' | 'parent' | 'postMessage'>;
type Contents = Pick<WebContents, 'once' | 'on' | 'isDestroyed'> & { readonly mainFrame: Frame };

/** What the desk's own page sends is listened to; everything else that arrives is not even answered. */
export function isFromDesk(
  event: { sender: Contents; senderFrame: Frame | null },
  deskContents: Contents | null,
): boolean {
  const { sender, senderFrame } = event;
  if (deskContents === null || sender !== deskContents) return false;
  // Null: the frame has gone on to another page since it sent this.
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return isDeskPage(senderFrame.url);
}

/** Gives the desk's page its line to the office whenever it says that it is ready, and ends the line when it goes. */
export function serveDeskLines(parts: {
  ipcMain: Pick<IpcMain, 'on'>;
  bridge: Pick<OfficeBridge, 'connect' | 'disconnect'>;
  findDeskContents: () => Contents | null;
}): void {
  const { ipcMain, bridge, findDeskContents } = parts;
  const pages = new WeakMap<Contents, OfficePage>();

  function pageOf(contents: Contents): OfficePage {
    const known = pages.get(contents);
    if (known) return known;
    const page: OfficePage = { handOver: (port) => handOver(contents, port) };
    pages.set(contents, page);
    const leave = (): void => bridge.disconnect(page);
    contents.once('destroyed', leave);
    contents.on('render-process-gone', leave);
    // Once another page is there; a navigation that was only tried and refused leaves the line as it is.
    contents.on('did-navigate', leave);
    return page;
  }

  ipcMain.on(PAGE_READY, (event) => {
    if (isFromDesk(event, findDeskContents())) bridge.connect(pageOf(event.sender));
  });
}

/**
 * Security: the page may have changed between its word and this moment (a restart of the office comes minutes later),
 * so its address is looked at again; a line that nobody may have is closed.
 */
function handOver(contents: Contents, port: MessagePortMain): void {
  if (contents.isDestroyed() || !isDeskPage(contents.mainFrame.url)) return port.close();
  contents.mainFrame.postMessage(OFFICE_LINE, null, [port]);
}
