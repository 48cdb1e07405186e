import { Box, Group, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  /** A number or a word beside the title. */
  aside?: ReactNode;
  children: ReactNode;
  /** 2 for the parts of a screen, 3 for parts of those. */
  level?: 2 | 3;
  /** Whether it stands on its own white ground. */
  raised?: boolean;
  className?: string;
  /** It scrolls and nothing in it takes the focus: then it takes the focus itself, or it could not be scrolled by keyboard. */
  scrolls?: boolean;
}

/** A titled part of a screen; its title names the region for screen readers. */
export function Section({
  title,
  aside,
  children,
  level = 2,
  raised = true,
  className,
  scrolls = false,
}: SectionProps) {
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      tabIndex={scrolls ? 0 : undefined}
      className={`${raised ? classes.raised : ''} ${className ?? ''}`}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" mb="xs">
        <Text
          component={level === 2 ? 'h2' : 'h3'}
          id={titleId}
          className={level === 2 ? classes.title : classes.subtitle}
        >
          {title}
        </Text>
        {aside}
      </Group>
      {children}
    </Box>
  );
}
