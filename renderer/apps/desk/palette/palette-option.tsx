import { useEffect, useRef } from 'react';
import { Bdi } from '../../../ui/bdi.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import classes from './palette.module.css';
import type { PaletteEntry } from './use-palette-entries.tsx';

/** One line of the palette; the one that Enter takes stays in sight. */
export function PaletteOption({
  id,
  entry,
  active,
  onTake,
}: {
  id: string;
  entry: PaletteEntry;
  active: boolean;
  onTake: () => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const Icon = entry.icon;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keyboard works on the field above, as listboxes with aria-activedescendant do
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes.option}
      onClick={onTake}
    >
      <Icon size={20} aria-hidden />
      <span className={classes.words}>
        <Bdi>{entry.title}</Bdi>
        {entry.detail && <span className={classes.detail}>{entry.detail}</span>}
      </span>
      {entry.keyName && <KeyHint keys={entry.keyName} />}
    </div>
  );
}
