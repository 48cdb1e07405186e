import { Group, Text } from '@mantine/core';
import classes from '../office.module.css';

/** A fingerprint in its six groups, to be read aloud and compared. */
export function FingerprintLine({ label, fingerprint }: { label: string; fingerprint: string }) {
  return (
    <Group gap="xs" wrap="wrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="code" className={classes.fingerprint ?? ''}>
        {fingerprint}
      </Text>
    </Group>
  );
}
