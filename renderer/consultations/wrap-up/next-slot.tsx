import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { type NextSlots, NO_SLOT, slotKey } from './use-next-slots.ts';

/** The appointment that follows: the next free ones, or none. */
export function NextSlot({ slots: { slots, looking, chosenKey, choose } }: { slots: NextSlots }) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const label = (slot: Slot) =>
    t('wrapUp.slot', {
      day: formats.shortDate(slot.day),
      from: slot.from,
      place: slot.outpostName ?? t(`wrapUp.place.${slot.place}`),
    });
  if (looking) return <SkeletonLines lines={2} height={28} />;
  return slots.length === 0 ? (
    <Text size="sm" c="dimmed">
      {t('wrapUp.noneFree')}
    </Text>
  ) : (
    <Radio.Group label={t('wrapUp.slots')} value={chosenKey} onChange={choose}>
      <Stack gap={6} mt={6}>
        {slots.map((slot) => (
          <Radio key={slotKey(slot)} value={slotKey(slot)} label={label(slot)} />
        ))}
        <Radio value={NO_SLOT} label={t('wrapUp.noSlot')} />
      </Stack>
    </Radio.Group>
  );
}
