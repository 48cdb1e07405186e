/** How long the frame stays after printing was asked for; the dialogue of some systems reads from it till it closes. */
const FRAME_STAYS_MS = 60_000;

/**
 * Prints a whole HTML page through a frame that nobody sees. Resolves when the system's print dialogue was opened.
 * The page comes from the office; the frame runs no script of its own.
 */
export function printHtml(html: string, title: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    // Security: same-origin so that print() may be called from here, modals for the dialogue, and no scripts.
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
    frame.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:1px;height:1px;border:0;visibility:hidden';
    frame.addEventListener('load', () => {
      frame.contentWindow?.print();
      window.setTimeout(() => frame.remove(), FRAME_STAYS_MS);
      resolve();
    });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}
