import type { Page } from '@playwright/test';

/**
 * Milliseconds from a key or click to the frame in which the text stands on the screen, taken inside the page: from the
 * event's own time stamp to after the next paint.
 */
export async function paintedAfter(page: Page, act: () => Promise<void>, text: string): Promise<number> {
  const painted = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        let startedAt = 0;
        const begin = (event: Event) => {
          startedAt = event.timeStamp;
        };
        window.addEventListener('keydown', begin, { capture: true });
        window.addEventListener('pointerdown', begin, { capture: true });
        const look = () => {
          if (startedAt === 0 || !document.body.innerText.includes(wanted)) return;
          observer.disconnect();
          window.removeEventListener('keydown', begin, { capture: true });
          window.removeEventListener('pointerdown', begin, { capture: true });
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt), 0));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    text,
  );
  await act();
  return painted;
}
