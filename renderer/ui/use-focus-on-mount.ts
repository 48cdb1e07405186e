import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus on the element once, when it appears because of what the person just pressed. */
export function useFocusOnMount<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
