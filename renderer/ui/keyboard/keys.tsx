import type { KeyBinding } from './key-layers.ts';
import { useKeys } from './use-keys.tsx';

/** Puts keys in force on the layer where it stands: for a sheet's keys it must stand inside the sheet. */
export function Keys({ bindings }: { bindings: readonly (KeyBinding | null | false)[] }) {
  useKeys(bindings);
  return null;
}
