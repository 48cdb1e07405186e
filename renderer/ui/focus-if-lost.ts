import { type RefObject, useEffect, useRef } from 'react';

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * After what had the focus has gone from the screen: puts it where the work goes on, so that Tab does not start from
 * the top of the page. Leaves it alone when somebody has put it elsewhere meanwhile.
 */
export function focusIfLost(find: () => HTMLElement | null | undefined): void {
  window.requestAnimationFrame(() => {
    if (isLost()) find()?.focus({ preventScroll: true });
  });
}

/** The same for a part of the screen that has come in the place of another. The element needs `tabIndex={-1}`. */
export function useFocusIfLost<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => focusIfLost(() => element.current), []);
  return element;
}
