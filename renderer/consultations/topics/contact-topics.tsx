import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { focusIfLost } from '../../ui/focus-if-lost.ts';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';
import { withoutTopic, withQuantity, withResult, withTopic } from '../contact-changes.ts';
import { TopicAdder } from './topic-adder.tsx';
import { TopicRow } from './topic-row.tsx';

interface ContactTopicsProps {
  topics: ContactView['topics'];
  onChange: (topics: ContactView['topics']) => void;
  /** Set to a topic (or 'add') to bring the focus there; a new object each time. */
  goTo: { topic: string | null } | null;
}

/** What the talk is about, each with its result: the row in work shows all results, the digits choose, the next row opens. */
export function ContactTopics({ topics, onChange, goTo }: ContactTopicsProps) {
  const { t } = useTranslation('consultations');
  const { result, results } = useCatalogue();
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const rows = useRef<HTMLDivElement>(null);
  const open =
    topics.find((one) => one.topic === opened)?.topic ?? topics.find((one) => one.result === null)?.topic ?? null;

  const resultOf = (topic: string) => topics.flatMap((one) => (one.topic === topic ? (one.result ?? []) : []));
  const setResult = (topic: string, resultId: string) => {
    const after = withResult(topics, topic, resultId);
    onChange(after);
    setOpened(null);
    // The row that had the focus has closed; the next one without a result takes it, if there is one.
    const next = after.find((one) => one.result === null);
    if (next) focusIfLost(() => openRow(rows.current));
  };
  useKeys(
    open === null
      ? []
      : results(resultOf(open)).map((id, index) => ({
          keys: String(index + 1),
          run: () => setResult(open, id),
          label: t('topics.keyResult', { result: result(id) }),
        })),
  );
  useEffect(() => {
    if (!goTo) return;
    if (goTo.topic === null) return setAdding(true);
    setOpened(goTo.topic);
    // After the row has opened.
    window.requestAnimationFrame(() => openRow(rows.current)?.focus());
  }, [goTo]);

  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text component="h3" size="sm" fw={650} m={0}>
          {t('topics.title')}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('topics.add')}
        </Button>
      </Group>
      <Stack ref={rows} gap={4}>
        {topics.map((one) => (
          <TopicRow
            key={one.topic}
            topic={one.topic}
            result={one.result}
            open={one.topic === open}
            onOpen={() => setOpened(one.topic)}
            onResult={(id) => setResult(one.topic, id)}
            quantity={one.quantity}
            onQuantity={(quantity) => onChange(withQuantity(topics, one.topic, quantity))}
            onRemove={() => onChange(withoutTopic(topics, one.topic))}
          />
        ))}
        {topics.length === 0 && !adding && <Text c="dimmed">{t('topics.none')}</Text>}
      </Stack>
      {adding && (
        <TopicAdder
          present={topics.map((one) => one.topic)}
          onAdd={(topic) => {
            onChange(withTopic(topics, topic));
            setAdding(false);
            focusIfLost(() => openRow(rows.current));
          }}
          onCancel={() => setAdding(false)}
        />
      )}
    </Stack>
  );
}

/** The first chip of the row that shows its results. */
function openRow(rows: HTMLElement | null): HTMLElement | null {
  return rows?.querySelector<HTMLElement>('[data-open] [role="group"] [tabindex="0"]') ?? null;
}
