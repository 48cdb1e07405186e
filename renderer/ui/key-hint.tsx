import { Box } from '@mantine/core';
import classes from './key-hint.module.css';

/** The key that does the same as the button it stands on. Screen readers get it from aria-keyshortcuts instead. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <Box component="kbd" aria-hidden className={classes.hint}>
      {keys}
    </Box>
  );
}
