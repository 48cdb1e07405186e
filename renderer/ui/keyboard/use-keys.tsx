import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import { type KeyBinding, keyLayers } from './key-layers.ts';

const Layer = createContext(0);

/** Puts what is inside on a layer of keys of its own, over the screen's. For sheets. */
export function KeyLayer({ children }: { children: ReactNode }) {
  const [layer, setLayer] = useState<number | null>(null);
  useLayoutEffect(() => {
    const opened = keyLayers.openLayer();
    setLayer(opened.layer);
    return opened.close;
  }, []);
  return layer === null ? null : <Layer value={layer}>{children}</Layer>;
}

/**
 * Puts keys in force while the component is there, on the layer that it is on. `null` and `false` entries are left
 * out, so that a key can depend on what is possible at the moment.
 */
export function useKeys(bindings: readonly (KeyBinding | null | false)[]): void {
  const layer = useContext(Layer);
  const latest = useRef(bindings);
  latest.current = bindings;
  const given = bindings.filter((binding) => binding !== null && binding !== false);
  // Registered anew only when the keys or their words change; what they do is always the newest.
  const shape = JSON.stringify(given.map(({ run: _run, ...rest }) => rest));
  // Layout: in force before the frame is painted. A quick typist's second key would else find the sheet there, but deaf.
  useLayoutEffect(() => {
    const current = (keys: string) => latest.current.find((binding) => binding && binding.keys === keys) || null;
    const parsed = latest.current.filter((binding) => binding !== null && binding !== false);
    return keyLayers.register(
      layer,
      parsed.map((binding) => ({ ...binding, run: () => current(binding.keys)?.run() })),
    );
  }, [layer, shape]);
}
