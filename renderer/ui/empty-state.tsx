import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A place where nothing is yet: says what will be here and offers the next action. */
export function EmptyState({
  icon,
  title,
  hint,
  action,
}: {
  icon?: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <Stack gap={4} py="sm">
      <Group gap="xs" wrap="nowrap" c="dimmed">
        {icon}
        <Text fw={600} c="var(--mantine-color-text)">
          {title}
        </Text>
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
