import { type ComboboxStore, useCombobox } from '@mantine/core';
import { useId, useState } from 'react';

/** What an option of the list needs so that it can be said which one Enter takes. */
interface AnnouncedOption {
  id: string;
  value: string;
  'aria-selected': boolean;
}

interface AnnouncedCombobox {
  combobox: ComboboxStore;
  /** For the field: the option that Enter takes, undefined when there is none or the list is closed. */
  activeDescendant: string | undefined;
  option: (value: string) => AnnouncedOption;
}

/**
 * Mantine's combobox marks the option that Enter takes for the eye only, and tells the field of it only after an arrow
 * key. Here whatever Enter takes is said to screen readers too, from the first hit on: `aria-selected` on the option and
 * `aria-activedescendant` on the field (ARIA Authoring Practices, combobox pattern with a listbox).
 */
export function useAnnouncedCombobox(): AnnouncedCombobox {
  const prefix = useId();
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const store = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const announce = (id: string | null) => {
    setPointedAt(id);
    return id;
  };
  const combobox: ComboboxStore = {
    ...store,
    selectActiveOption: () => announce(store.selectActiveOption()),
    selectFirstOption: () => announce(store.selectFirstOption()),
    selectNextOption: () => announce(store.selectNextOption()),
    selectPreviousOption: () => announce(store.selectPreviousOption()),
    resetSelectedOption: () => {
      store.resetSelectedOption();
      announce(null);
    },
  };
  return {
    combobox,
    activeDescendant: store.dropdownOpened ? (pointedAt ?? undefined) : undefined,
    option: (value) => {
      const id = `${prefix}-${value}`;
      return { id, value, 'aria-selected': id === pointedAt };
    },
  };
}
