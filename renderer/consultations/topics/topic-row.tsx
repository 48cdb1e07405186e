import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { TopicIcon } from '../../ui/topic-icon.tsx';
import classes from './topic-row.module.css';

interface TopicRowProps {
  topic: string;
  result: string | null;
  open: boolean;
  onOpen: () => void;
  onResult: (resultId: string) => void;
  onRemove: () => void;
  /** How often in this visit. */
  quantity: number;
  onQuantity: (quantity: number) => void;
}

/** One topic of the talk. Closed: its result in words. Open: the results to choose from. */
export function TopicRow({ topic, result, open, onOpen, onResult, onRemove, quantity, onQuantity }: TopicRowProps) {
  const { t } = useTranslation('consultations');
  const labels = useCatalogue();
  const name = labels.topic(topic);
  return (
    <div className={classes.row} data-open={open || undefined}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <TopicIcon id={topic} size={20} />
          <Text fw={600}>{name}</Text>
          <Group gap={2} wrap="nowrap" role="group" aria-label={t('topics.quantityOf', { topic: name })}>
            {quantity > 1 && (
              <>
                <ActionIcon
                  size={28}
                  aria-label={t('topics.less', { topic: name })}
                  onClick={() => onQuantity(quantity - 1)}
                >
                  <IconMinus size={16} aria-hidden />
                </ActionIcon>
                <Text span fw={600} aria-live="polite">
                  {quantity}×
                </Text>
              </>
            )}
            <ActionIcon
              size={28}
              aria-label={t('topics.more', { topic: name })}
              onClick={() => onQuantity(quantity + 1)}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
        <Group gap={4} wrap="nowrap">
          {!open && result !== null && (
            <Button
              variant="subtle"
              color="leaf"
              size="compact-sm"
              leftSection={<IconCircleCheck size={18} aria-hidden />}
              aria-label={t('topics.changeResult', { topic: name, result: labels.result(result) })}
              onClick={onOpen}
            >
              {labels.result(result)}
            </Button>
          )}
          {!open && result === null && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('topics.chooseResultOf', { topic: name })}
              onClick={onOpen}
            >
              {t('topics.chooseResult')}
            </Button>
          )}
          <ActionIcon aria-label={t('topics.remove', { topic: name })} onClick={onRemove}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {open && (
        <ChipGroup
          label={t('topics.resultOf', { topic: name })}
          chosen={result === null ? [] : [result]}
          onToggle={onResult}
          options={labels.results(result === null ? [] : [result]).map((id, index) => ({
            id,
            label: labels.result(id),
            keyName: String(index + 1),
          }))}
        />
      )}
    </div>
  );
}
