import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FormButtonsProps {
  /** What sending the form does, in a verb. */
  submitLabel: string;
  /** Whether the answer is awaited. */
  pending: boolean;
  disabled?: boolean;
  /** Whether it can't be undone. */
  isFinal?: boolean;
  onCancel: () => void;
}

/** The end of a form in a sheet: leave it without a change, or send it. */
export function FormButtons({ submitLabel, pending, disabled = false, isFinal = false, onCancel }: FormButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" {...(isFinal ? { color: 'brick' } : {})} loading={pending} disabled={disabled}>
        {submitLabel}
      </Button>
    </Group>
  );
}
