import type { Page } from '@playwright/test';

/** Longer than anybody waits: the text does not come, and the measurement says so instead of hanging. */
const PATIENCE_MS = 15_000;

/**
 * Milliseconds from a key or click to the frame in which the text stands on the screen, taken inside the page: from the
 * event's own time stamp to after the next paint.
 */
export async function paintedAfter(page: Page, act: () => Promise<void>, text: string): Promise<number> {
  // The page listens before anything is pressed; a key that is quicker than the listening would never be seen.
  const watch = await page.evaluateHandle((wanted) => {
    const painted = new Promise<number>((resolve) => {
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
    });
    return { painted };
  }, text);
  await act();
  return await page.evaluate(
    ({ painted, patienceMs, wanted }) => {
      const never = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error(`“${wanted}” was not painted in ${patienceMs} ms`)), patienceMs);
      });
      return Promise.race([painted, never]);
    },
    { painted: await watch.getProperty('painted'), patienceMs: PATIENCE_MS, wanted: text },
  );
}
