import { Group, Stack, Text, TextInput } from '@mantine/core';
import { IconParking } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instant, instantOfLocal, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { PARKING_REASONS } from '../../../shared/queue/ticket.rules.ts';
import { ChipField } from '../../ui/chip-field.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { Keys } from '../../ui/keyboard/keys.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { ParkingReason } from '../reasons.ts';

const WAKE_MINUTES = ['15', '30', '60'] as const;
const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

interface ParkSheetProps {
  label: string;
  /** The office's time, milliseconds. */
  nowMs: number;
  onPark: (reason: ParkingReason, wakeAt: Instant | null) => void;
  onClose: () => void;
}

/** For what somebody is set aside, and when they come back into the line by themselves. Digits choose, Enter parks. */
export function ParkSheet({ label, nowMs, onPark, onClose }: ParkSheetProps) {
  const { t } = useTranslation('queue');
  const [reason, setReason] = useState<ParkingReason>(PARKING_REASONS[0]);
  const [time, setTime] = useState('');
  const wakeAt = WALL_TIME.test(time) ? instantOfLocal(localDateOf(new Date(nowMs).toISOString()), time) : null;
  const passed = wakeAt !== null && Date.parse(wakeAt) <= nowMs;
  const inMinutes = (minutes: string) =>
    localTimeOf(new Date(nowMs + (Number(minutes) + (nowMs % 60_000 > 30_000 ? 1 : 0)) * 60_000).toISOString());
  const digits = PARKING_REASONS.map((id, index) => ({
    keys: String(index + 1),
    label: t(`parkingReason.${id}`),
    run: () => setReason(id),
  }));
  return (
    <Sheet title={t('park.title', { label })} onClose={onClose} size="40rem">
      <Keys bindings={digits} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (passed) return;
          onPark(reason, wakeAt);
          onClose();
        }}
      >
        <Stack gap="md">
          <ChipField
            label={t('park.what')}
            chosen={[reason]}
            onToggle={setReason}
            takesFocus
            options={PARKING_REASONS.map((id, index) => ({
              id,
              label: t(`parkingReason.${id}`),
              keyName: String(index + 1),
            }))}
          />
          <Group align="flex-end" gap="sm">
            <TextInput
              type="time"
              w={140}
              label={t('park.wakeAt')}
              value={time}
              error={passed ? t('park.passed') : undefined}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
            <ChipGroup
              label={t('park.inMinutes')}
              chosen={WAKE_MINUTES.filter((minutes) => inMinutes(minutes) === time)}
              onToggle={(minutes) => setTime(time === inMinutes(minutes) ? '' : inMinutes(minutes))}
              options={WAKE_MINUTES.map((id) => ({ id, label: t('park.in', { minutes: id }) }))}
            />
          </Group>
          <Text size="sm" c="dimmed">
            {wakeAt && !passed ? t('park.wakes', { time }) : t('park.stays')}
          </Text>
          <Group justify="flex-end">
            <KeyButton keys="F4" submits leftSection={<IconParking size={18} aria-hidden />} disabled={passed}>
              {t('verb.park')}
            </KeyButton>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
