import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../ui/sheet.tsx';
import classes from './palette.module.css';
import { PaletteOption } from './palette-option.tsx';
import { usePaletteEntries } from './use-palette-entries.tsx';

/** One field for everything (Ctrl K): people, today's tickets, partners, screens and commands. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [words, setWords] = useState('');
  const [position, setPosition] = useState(0);
  const { groups, isSearching } = usePaletteEntries(words);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(position, entries.length - 1)] ?? null;

  const take = (entry: (typeof entries)[number] | null) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take(active);
    else if (event.key === 'ArrowDown') setPosition((now) => Math.min(now + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setPosition((now) => Math.max(now - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <Sheet title={t('search')} onClose={onClose} size="lg">
      <TextInput
        data-autofocus
        size="md"
        role="combobox"
        aria-expanded
        data-list-stays
        aria-controls={listId}
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        aria-label={t('search')}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setPosition(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('palette.found')} className={classes.list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <Text className={classes.groupTitle} aria-hidden>
              {group.title}
            </Text>
            {group.entries.map((entry) => (
              <PaletteOption
                key={entry.id}
                id={`${listId}-${entry.id}`}
                entry={entry}
                active={entry === active}
                onTake={() => take(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status" mt="xs">
        {entries.length === 0 && !isSearching ? t('palette.nothing') : t('palette.hint')}
      </Text>
    </Sheet>
  );
}
