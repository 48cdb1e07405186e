import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { PlaceIcon } from '../place-mark.tsx';
import { useStaffOfOffice } from '../use-staff-of-office.ts';
import classes from './booking.module.css';
import { type ChosenTime, isSameSlot, slotKey } from './booking-draft.ts';
import type { DayOfSlots } from './slots-by-day.ts';

interface SlotListProps {
  days: readonly DayOfSlots[];
  value: ChosenTime | null;
  onChoose: (slot: Slot) => void;
  takesFocus: boolean;
}

/** Free slots, a line a day. Arrow keys go from slot to slot of a day, Tab to the next day. */
export function SlotList({ days, value, onChoose, takesFocus }: SlotListProps) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const staff = useStaffOfOffice();
  const list = useRef<HTMLDivElement>(null);
  const first = days[0]?.slots[0];
  const focused = useRef(false);
  useEffect(() => {
    // Once, as soon as there is a slot; never away from a field in which somebody types already.
    if (!takesFocus || focused.current || !first) return;
    const chip = list.current?.querySelector('button');
    if (!chip || document.activeElement?.matches('input:not([type=radio]), textarea')) return;
    focused.current = true;
    chip.focus();
  }, [takesFocus, first]);
  const namesOf = ({ staffIds }: Slot): string =>
    staff
      .filter(({ id }) => staffIds.includes(id))
      .map(({ firstName }) => firstName)
      .join(', ');
  return (
    <div ref={list} className={classes.slots}>
      {days.map(({ day, slots }) => (
        <div key={day} className={classes.day}>
          <span className={classes.dayName} aria-hidden>
            {formats.shortDate(day)}
          </span>
          <ChipGroup
            label={t('time.slotsOn', { day: formats.longDate(day) })}
            options={slots.map((slot) => ({
              id: slotKey(slot),
              icon: <PlaceIcon place={slot.place} />,
              label: (
                <>
                  <b>{slot.from}</b>{' '}
                  <span className={classes.slotAbout}>
                    {[
                      ...(slot.place === 'office' ? [] : [slot.outpostName ?? t(`places.${slot.place}`)]),
                      namesOf(slot),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </>
              ),
            }))}
            chosen={value === null ? [] : slots.filter((slot) => isSameSlot(slot, value)).map(slotKey)}
            onToggle={(id) => {
              const slot = slots.find((one) => slotKey(one) === id);
              if (slot) onChoose(slot);
            }}
          />
        </div>
      ))}
    </div>
  );
}
