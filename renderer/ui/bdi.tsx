import { Box, type BoxProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** A name or a word in whatever script: it neither turns the words around it nor is turned by them. */
export function Bdi({ children, lang, ...box }: BoxProps & { children: ReactNode; lang?: string }) {
  return (
    <Box component="bdi" lang={lang} {...box}>
      {children}
    </Box>
  );
}
