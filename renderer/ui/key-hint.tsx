import { Box } from '@mantine/core';
import { IconArrowBigUp } from '@tabler/icons-react';
import classes from './key-hint.module.css';

interface KeyHintProps {
  keys: string;
  /** Together with the shift key, which is drawn as it is printed on keyboards. */
  shift?: boolean;
}

/** The key that does the same as the button it stands on. Screen readers get it from aria-keyshortcuts instead. */
export function KeyHint({ keys, shift = false }: KeyHintProps) {
  return (
    <Box component="kbd" aria-hidden className={classes.hint}>
      {shift && <IconArrowBigUp size={13} className={classes.shift} />}
      {keys}
    </Box>
  );
}
