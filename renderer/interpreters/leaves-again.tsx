import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DEMAND_CAUSES,
  DEMAND_OUTCOMES,
  type DemandCause,
  type DemandOutcome,
} from '../../shared/interpreters/unmet-demand.rules.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ChipGroup } from '../ui/chip-group.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';

interface LeavesAgainProps {
  language: string;
  topics: readonly string[];
  onDone: () => void;
}

/** Somebody leaves at the door without a number: one key for the reason, and it is counted. */
export function LeavesAgain({ language, topics, onDone }: LeavesAgainProps) {
  const { t } = useTranslation('interpreters');
  const { language: nameOf } = useCatalogue();
  const [outcome, setOutcome] = useState<DemandOutcome>('turned-away');
  const record = useCommand(orpc.interpreters.recordDemand);
  const takeBack = useCommand(orpc.interpreters.takeBackDemand);
  const tell = (cause: DemandCause) => {
    void record.run({ outcome, cause, language, topics: [...topics] }).then((done) => {
      if (!done) return;
      showNotice({
        kind: 'done',
        text: t('door.recorded', { language: nameOf(language), cause: t(`cause.${cause}`) }),
        action: { label: t('door.undo'), run: () => void takeBack.run({ id: done.id }) },
      });
      onDone();
    });
  };
  return (
    <Stack gap="xs">
      <Text component="h3" size="sm" fw={600} m={0}>
        {t('door.leaves')}
      </Text>
      <ChipGroup
        label={t('door.leaves')}
        chosen={[outcome]}
        onToggle={setOutcome}
        options={DEMAND_OUTCOMES.map((id) => ({ id, label: t(`door.outcome.${id}`) }))}
      />
      <Group gap="xs">
        {DEMAND_CAUSES.map((cause) => (
          <KeyButton
            key={cause}
            keys={t(`causeKey.${cause}`)}
            size="compact-md"
            variant="default"
            disabled={record.pending}
            onClick={() => tell(cause)}
          >
            {t(`cause.${cause}`)}
          </KeyButton>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('door.leavesHint')}
      </Text>
    </Stack>
  );
}
