import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './message.module.css';

export type MessageKind = 'error' | 'urgent' | 'done' | 'info';

const ICONS = {
  error: IconExclamationCircle,
  urgent: IconAlertTriangle,
  done: IconCircleCheck,
  info: IconInfoCircle,
} as const;

interface MessageProps {
  kind: MessageKind;
  children: ReactNode;
  /** A button beside the text. */
  action?: ReactNode;
  /** Whether a screen reader is told at once: for what appears after an action. */
  announce?: boolean;
}

/** A sentence on its signal colour, always with an icon: an error, something urgent, something done. */
export function Message({ kind, children, action, announce = false }: MessageProps) {
  const Icon = ICONS[kind];
  const role = announce ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <Group role={role} gap="xs" wrap="nowrap" align="flex-start" className={classes.message} data-kind={kind}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <Text component="div" size="sm" className={classes.text}>
        {children}
      </Text>
      {action}
    </Group>
  );
}
