import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

interface QuietButtonProps {
  icon: Icon;
  /** What it does. */
  children: string;
  disabled?: boolean;
  onClick: () => void;
}

/** A verb that is at hand without asking to be pressed, beside the one that comes next. */
export function QuietButton({ icon: IconOf, children, disabled = false, onClick }: QuietButtonProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconOf size={18} aria-hidden />}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
