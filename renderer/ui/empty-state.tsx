import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A place where nothing is yet: says what will be here and offers the next action. */
export function EmptyState({
  icon,
  title,
  hint,
  action,
  isPage = false,
}: {
  icon?: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
  /** It is all that the page has: its title is the page's heading. */
  isPage?: boolean;
}) {
  return (
    <Stack gap={4} py="sm">
      <Group gap="xs" wrap="nowrap" c="dimmed">
        {icon}
        {isPage ? (
          <Title order={1} size="h3" c="var(--mantine-color-text)">
            {title}
          </Title>
        ) : (
          <Text fw={600} c="var(--mantine-color-text)">
            {title}
          </Text>
        )}
      </Group>
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {action && <Group mt="xs">{action}</Group>}
    </Stack>
  );
}
