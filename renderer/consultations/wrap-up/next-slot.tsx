import { Group, Radio, Stack, Text } from '@mantine/core';
import { IconCalendarCheck, IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import { slotKey } from '../../appointments/booking/booking-draft.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useFocusIfLost } from '../../ui/focus-if-lost.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { type NextSlots, NO_SLOT } from './use-next-slots.ts';

interface NextSlotProps {
  slots: NextSlots;
  /** Opens the booking, for another time, more people or somebody who interprets. */
  onOther: () => void;
}

/**
 * The appointment that follows: the next free ones, or none. The first is chosen already, so that a talk ends with it in as
 * few keys as without; the booking, where everything else is chosen, takes three more. Both book the same way.
 */
export function NextSlot({ slots: { mayBook, slots, looking, chosenKey, choose }, onOther }: NextSlotProps) {
  const { t } = useTranslation('consultations');
  const slotWords = useSlotWords();
  if (looking) return <SkeletonLines lines={2} height={28} />;
  return (
    <Stack gap="xs">
      {slots.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('wrapUp.noneFree')}
        </Text>
      ) : (
        <Radio.Group label={t('wrapUp.slots')} value={chosenKey} onChange={choose}>
          <Stack gap={6} mt={6}>
            {slots.map((slot) => (
              <Radio key={slotKey(slot)} value={slotKey(slot)} label={slotWords(slot, slot.outpostName)} />
            ))}
            <Radio value={NO_SLOT} label={t('wrapUp.noSlot')} />
          </Stack>
        </Radio.Group>
      )}
      {mayBook && (
        <Group>
          <KeyButton
            keys="F8"
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCalendarPlus size={18} aria-hidden />}
            onClick={onOther}
          >
            {t('wrapUp.other')}
          </KeyButton>
        </Group>
      )}
    </Stack>
  );
}

/** The appointment that was booked in this talk, in the place of those that could be. */
export function BookedSlot({ slot, outpostName }: { slot: SlotTime; outpostName: string | null }) {
  const { t } = useTranslation('consultations');
  const slotWords = useSlotWords();
  const line = useFocusIfLost<HTMLParagraphElement>();
  return (
    <Group gap="xs" wrap="nowrap">
      <IconCalendarCheck size={20} aria-hidden />
      <Text ref={line} tabIndex={-1} fw={600}>
        {t('wrapUp.booked', { when: slotWords(slot, outpostName) })}
      </Text>
    </Group>
  );
}

type SlotTime = Pick<Slot, 'day' | 'from' | 'place'>;

function useSlotWords() {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  return ({ day, from, place }: SlotTime, outpostName: string | null) =>
    t('wrapUp.slot', { day: formats.shortDate(day), from, place: outpostName ?? t(`wrapUp.place.${place}`) });
}
