import { Button, Group, NumberInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts';

const LONGEST_MINUTES = 600;

interface TalkMinutesProps {
  /** What the ticket's clock says. */
  byClock: number;
  /** What was typed instead; null: the clock counts. */
  corrected: number | null;
  onCorrect: (minutes: number | null) => void;
}

/** How long the talk took: by the clock, unless somebody forgot to finish and says better. */
export function TalkMinutes({ byClock, corrected, onCorrect }: TalkMinutesProps) {
  const { t } = useTranslation('consultations');
  if (corrected === null) {
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconClock size={16} aria-hidden />}
        aria-label={`${t('minutes.byClock', { count: byClock })}. ${t('minutes.correct')}`}
        onClick={() => onCorrect(byClock)}
      >
        {t('minutes.byClock', { count: byClock })}
      </Button>
    );
  }
  return <CorrectedMinutes byClock={byClock} corrected={corrected} onCorrect={onCorrect} />;
}

function CorrectedMinutes({ byClock, corrected, onCorrect }: TalkMinutesProps & { corrected: number }) {
  const { t } = useTranslation('consultations');
  const field = useFocusOnMount<HTMLInputElement>();
  return (
    <Group gap={4} wrap="nowrap">
      <NumberInput
        aria-label={t('minutes.label')}
        size="xs"
        w={84}
        min={0}
        max={LONGEST_MINUTES}
        allowDecimal={false}
        clampBehavior="strict"
        ref={field}
        value={corrected}
        onChange={(value) => onCorrect(typeof value === 'number' ? value : byClock)}
      />
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onCorrect(null)}>
        {t('minutes.useClock')}
      </Button>
    </Group>
  );
}
