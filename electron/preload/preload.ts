import { contextBridge, ipcRenderer } from 'electron';
import { isDeskPage, OFFICE_LINE, PAGE_READY } from '../../shared/desktop/desk-page.ts';

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

// Security: on a page that is not the desk's there is nothing to pass on.
if (isDeskPage(window.location.href)) handLinesToPage();
