import type { TFunction } from 'i18next';

/** A key as it is printed on the keyboard of the reader: `mod+k` is Strg K, `Escape` Esc. */
export function keyName(t: TFunction, keys: string): string {
  return keys
    .split('+')
    .map((part) => {
      if (part === 'mod') return t('key.ctrl');
      if (part === 'alt') return 'Alt';
      if (part === 'shift') return t('key.shift');
      if (part === 'Escape') return 'Esc';
      if (part === 'Enter') return t('key.enter');
      if (part === ' ') return t('key.space');
      if (part === 'PageUp') return t('key.pageUp');
      if (part === 'PageDown') return t('key.pageDown');
      if (part === 'Home') return t('key.home');
      return part.length === 1 ? part.toUpperCase() : part;
    })
    .join(' ');
}

/** The same key for aria-keyshortcuts. */
export function ariaKeys(keys: string): string {
  return keys
    .split('+')
    .map((part) => (part === 'mod' ? 'Control' : part === 'alt' ? 'Alt' : part === 'shift' ? 'Shift' : part))
    .join('+');
}
