import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ariaKeys } from '../../ui/keyboard/key-names.ts';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';

interface ReasonMenuProps<Reason extends string> {
  label: string;
  icon: ReactNode;
  keys?: string;
  reasons: readonly { id: Reason; label: string }[];
  onChoose: (reason: Reason) => void;
  disabled?: boolean;
}

/** A verb that needs a reason: the key or a click opens the reasons, the first letter or arrow keys choose. */
export function ReasonMenu<Reason extends string>({
  label,
  icon,
  keys,
  reasons,
  onChoose,
  disabled = false,
}: ReasonMenuProps<Reason>) {
  const [opened, setOpened] = useState(false);
  useKeys([keys !== undefined && !disabled && { keys, label, run: () => setOpened(true) }]);
  return (
    <Menu opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={icon}
          rightSection={keys ? <KeyHint keys={keys} /> : <IconChevronDown size={16} aria-hidden />}
          aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reasons.map((reason) => (
          <Menu.Item key={reason.id} onClick={() => onChoose(reason.id)}>
            {reason.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
