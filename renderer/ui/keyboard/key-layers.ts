/** A key and what it does. Shown on the cheat sheet under its label. */
export interface KeyBinding {
  /** `F4`, `Escape`, `mod+k`, `alt+1`, `2`, `Enter`. `mod` is Ctrl (Cmd on a Mac). Letters in lower case. */
  keys: string;
  /** What it does, in the reader's language. Without one it does not stand on the cheat sheet. */
  label?: string;
  run: () => void;
  /** Also while somebody types into a field. F-keys and combinations always do, single characters only when asked. */
  inFields?: boolean;
  /** Also while a sheet lies over the screen. */
  everywhere?: boolean;
}

interface Registered {
  layer: number;
  bindings: readonly KeyBinding[];
}

/** The parts of a keyboard event that decide. */
export interface KeyStroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const FIELD =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

/** A field whose list opens and closes. Lists that always stand open say so. */
const WITH_OPEN_LIST = '[aria-expanded=true]:not([data-list-stays])';

const PRESSABLE = 'button, a[href], summary, [role=option], [role=menuitem], [role=tab]';

/** The name of a stroke as bindings write it. Shift counts only where it does not make another character. */
export function nameOfStroke(stroke: KeyStroke): string {
  const parts: string[] = [];
  if (stroke.ctrlKey || stroke.metaKey) parts.push('mod');
  if (stroke.altKey) parts.push('alt');
  if (stroke.shiftKey && stroke.key.length > 1) parts.push('shift');
  parts.push(stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key);
  return parts.join('+');
}

function worksInFields(binding: KeyBinding): boolean {
  return (
    binding.inFields ??
    (/^(shift\+)?F\d+$/.test(binding.keys) || binding.keys.startsWith('mod+') || binding.keys.startsWith('alt+'))
  );
}

/** The keys in force: those of the topmost sheet, or of the screen when there is none, and those that work everywhere. */
export function createKeyLayers() {
  let layers: number[] = [0];
  let nextLayer = 1;
  let registered: Registered[] = [];

  const inForce = (): KeyBinding[] => {
    const top = layers.at(-1) ?? 0;
    // The newest first: a part of the screen that came later may take a key over.
    const newestFirst = [...registered].reverse();
    return [
      ...newestFirst.filter((entry) => entry.layer === top).flatMap((entry) => entry.bindings),
      ...newestFirst
        .filter((entry) => entry.layer !== top)
        .flatMap((entry) => entry.bindings.filter((binding) => binding.everywhere)),
    ];
  };

  return {
    /** The keys with a label, each once. */
    labelled(): KeyBinding[] {
      const seen = new Set<string>();
      return inForce().filter(({ keys, label }) => label && !seen.has(keys) && seen.add(keys));
    },
    /** A new layer over the others; the returned function takes it away. */
    openLayer(): { layer: number; close: () => void } {
      const layer = nextLayer++;
      layers = [...layers, layer];
      return {
        layer,
        close: () => {
          layers = layers.filter((open) => open !== layer);
        },
      };
    },
    register(layer: number, bindings: readonly KeyBinding[]): () => void {
      const entry = { layer, bindings };
      registered = [...registered, entry];
      return () => {
        registered = registered.filter((other) => other !== entry);
      };
    },
    /** The binding that answers a stroke, or null. */
    answering(stroke: KeyStroke, isTyping: boolean): KeyBinding | null {
      const name = nameOfStroke(stroke);
      return inForce().find((binding) => binding.keys === name && (!isTyping || worksInFields(binding))) ?? null;
    },
  };
}

export const keyLayers = createKeyLayers();

/** Listens for the whole window. Returns the function that stops it. */
export function listenForKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    // A key held down must not call three people; a composed letter is not a key.
    if (event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    // An open list of a select closes first; only then does Escape mean the sheet.
    if (event.key === 'Escape' && target?.matches(WITH_OPEN_LIST)) return;
    // Enter and Space belong to the button or link that has the focus.
    if ((event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && target?.matches(PRESSABLE)) return;
    const binding = keyLayers.answering(event, target?.matches(FIELD) ?? false);
    if (!binding) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) binding.run();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}
