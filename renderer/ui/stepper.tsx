import { ActionIcon, Group, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface StepperProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  most?: number;
}

/** A small number with two buttons; faster than typing for the children somebody brings along. */
export function Stepper({ label, value, onChange, most = 20 }: StepperProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId}>
      <Text id={labelId} size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('less', { what: label })}
          disabled={value <= 0}
          onClick={() => onChange(value - 1)}
        >
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <Text component="output" fz="lg" fw={600} miw={24} ta="center" aria-live="polite">
          {value}
        </Text>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('more', { what: label })}
          disabled={value >= most}
          onClick={() => onChange(value + 1)}
        >
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  );
}
