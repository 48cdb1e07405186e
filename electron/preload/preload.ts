import { contextBridge, ipcRenderer } from 'electron';
import { OFFICE_LINE, PAGE_READY, pageKindOf } from '../../shared/desktop/desk-page.ts';

/**
 * The only thing between the page and the shell: it passes the line to the office on, and tells the page that one will
 * come. The page gets no function of Electron's.
 */
function handLinesToPage(): void {
  contextBridge.exposeInMainWorld('tandemHost', { kind: 'electron' });
  ipcRenderer.on(OFFICE_LINE, ({ ports }) => window.postMessage(OFFICE_LINE, window.location.origin, ports));
  // Scripts of the page have run by then, so that somebody listens.
  window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(PAGE_READY));
}

// Security: on a page that is not ours there is nothing to pass on.
if (pageKindOf(window.location.href) !== null) handLinesToPage();
